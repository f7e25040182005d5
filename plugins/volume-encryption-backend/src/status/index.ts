export { connectionSourceOf } from './connectionsOf';
export { KmsFacts } from './KmsFacts';
export { StatusService } from './StatusService';
export { withDeadline } from './withDeadline';

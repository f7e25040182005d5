export { connectionSourceOf } from './connectionsOf';
export { StatusService } from './StatusService';

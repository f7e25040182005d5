export { malformedProblems } from './connectionProblemsOf';
export { connectionSourceOf } from './connectionsOf';
export { KmsFacts, LATELY_MS, silenceOf } from './KmsFacts';
export { clusterProblems, kmsProblems, VOLUME_KINDS } from './problems';
export { createSources, type Sources, type VolumeSources } from './Sources';
export { StatusService } from './StatusService';
export { unclaimedFactsOf, volumeFactsOf } from './volumeFactsOf';
export { withDeadline } from './withDeadline';

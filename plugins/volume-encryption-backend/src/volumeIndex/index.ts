export { allTouched, claimKey, type TouchedClaims } from './claimsTouchedBy';
export {
  emptySnapshot,
  watchedKinds,
  type ClusterSnapshot,
  type WatchedKind,
} from './ClusterSnapshot';
export {
  claimsOfStem,
  claimsWithId,
  countVolumesOfClass,
  countVolumesOfSecret,
  eventsAbout,
  namespacesServing,
  podsOfClaim,
  podsWithId,
} from './lookUp';
export { observedIn } from './observedIn';
export { reduceSnapshot } from './reduceSnapshot';
export { claimSlices, sliced, unclaimedSlices } from './slices';
export {
  all,
  countOf,
  find,
  inNamespace,
  inOrder,
  type SyncState,
  type Table,
} from './Table';
export { VolumeIndex, type IndexChange } from './VolumeIndex';

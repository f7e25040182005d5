export { claimKey, type TouchedClaims } from './claimsTouchedBy';
export {
  emptySnapshot,
  watchedKinds,
  type ClusterSnapshot,
  type WatchedKind,
} from './ClusterSnapshot';
export { observedIn } from './observedIn';
export { reduceSnapshot } from './reduceSnapshot';
export {
  all,
  find,
  inNamespace,
  inOrder,
  type SyncState,
  type Table,
} from './Table';
export { VolumeIndex, type IndexChange } from './VolumeIndex';

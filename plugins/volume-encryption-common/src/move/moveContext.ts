import type {
  PersistentVolume,
  PersistentVolumeClaim,
  StorageClass,
} from '../kubernetes/objects';
import type { ClaimManifest } from '../plan/claimManifest';
import type { Users, Workload } from './users';

/** What the steps of a move are written from. */
export interface MoveContext {
  claim: PersistentVolumeClaim;
  /** The old volume. */
  volume: PersistentVolume;
  storageClass: StorageClass;
  newClaim: ClaimManifest;
  /** Whether the new claim is there already. */
  isClaimed: boolean;
  users: Users;
  job: string;
}

/** Names of the files of a plan, in the order in which they are applied. */
export const FILES = { claim: '1-claim.yaml', job: '2-copy-job.yaml' };

/** The StatefulSets among those that use the claim. */
export function statefulSets({ users }: MoveContext): Workload[] {
  return users.workloads.filter(({ kind }) => kind === 'StatefulSet');
}

/** A command of kubectl in the claim's namespace. */
export function kubectl(context: MoveContext, command: string): string {
  return `kubectl -n ${context.claim.meta.namespace} ${command}`;
}

/** Sets the reclaim policy of a volume, which may be a variable of the shell. */
export function retain(name: string): string {
  return `kubectl patch pv ${name} --type=merge -p '{"spec":{"persistentVolumeReclaimPolicy":"Retain"}}'`;
}

import type {
  CephCsiWorkload,
  Observed,
} from 'backstage-plugin-volume-encryption-common';
import type { ClusterSnapshot } from './ClusterSnapshot';
import type { SnapshotChange } from './reduceSnapshot';

/**
 * The snapshot with what was told of Ceph CSI's pods. What was seen stays, with
 * its age, while the cluster cannot be asked; not when it refuses.
 */
export function withWorkloads(
  before: ClusterSnapshot,
  told: Observed<readonly CephCsiWorkload[]>,
): SnapshotChange {
  const { workloads } = before;
  const stays =
    workloads.status === 'observed' &&
    told.status === 'unknown' &&
    told.why !== 'denied';
  if (stays) return { snapshot: before, touched: new Set() };
  const isSame = versionsOf(workloads) === versionsOf(told);
  return {
    snapshot: { ...before, workloads: told },
    touched: isSame ? new Set() : 'all',
  };
}

/**
 * Of what is read, and of nothing else: the status of a Deployment changes
 * whenever a pod does.
 */
function versionsOf(told: Observed<readonly CephCsiWorkload[]>): string {
  if (told.status === 'unknown') return told.why;
  return JSON.stringify(
    told.value.map(it => [
      it.kind,
      it.meta.name,
      it.mountedConfigMaps,
      it.environment,
      it.images,
    ]),
  );
}

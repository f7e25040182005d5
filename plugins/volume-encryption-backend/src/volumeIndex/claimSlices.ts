import type { PersistentVolumeClaim } from 'backstage-plugin-volume-encryption-common';
import type { ClusterSnapshot } from './ClusterSnapshot';
import { inNamespace, inOrder } from './Table';

/** So many are judged before others get their turn: some milliseconds. */
const SLICE = 100;

/** All claims by namespace and name, some at a time. */
export function* claimSlices({
  tables,
}: ClusterSnapshot): Generator<PersistentVolumeClaim[]> {
  const { PersistentVolumeClaim: table } = tables;
  let slice: PersistentVolumeClaim[] = [];
  for (const namespace of [...table.objects.keys()].sort()) {
    for (const claim of inOrder(inNamespace(table, namespace))) {
      slice.push(claim);
      if (slice.length < SLICE) continue;
      yield slice;
      slice = [];
    }
  }
  yield slice;
}

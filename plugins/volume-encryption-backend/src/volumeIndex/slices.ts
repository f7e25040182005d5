import {
  isVolumeOfClaim,
  unclaimedPhase,
  type PersistentVolume,
  type PersistentVolumeClaim,
} from 'backstage-plugin-volume-encryption-common';
import type { ClusterSnapshot } from './ClusterSnapshot';
import { all, find, inNamespace, inOrder } from './Table';

/** So many volumes are judged before others get their turn: some milliseconds. */
const SLICE = 100;

/** All claims by namespace and name, slice by slice. */
export function claimSlices({
  tables,
}: ClusterSnapshot): Generator<PersistentVolumeClaim[]> {
  const { PersistentVolumeClaim: table } = tables;
  return sliced(
    [...table.objects.keys()]
      .sort()
      .flatMap(namespace => inOrder(inNamespace(table, namespace))),
  );
}

/** All volumes that no claim has, by name, slice by slice. */
export function unclaimedSlices(
  snapshot: ClusterSnapshot,
): Generator<PersistentVolume[]> {
  const { PersistentVolume: table } = snapshot.tables;
  return sliced(
    inOrder(
      all(table).filter(it => unclaimedPhase(it) && !isClaimed(it, snapshot)),
    ),
  );
}

/** One that is being bound may not say so yet, and its claim's row is there. */
function isClaimed(
  volume: PersistentVolume,
  { tables }: ClusterSnapshot,
): boolean {
  const { name = '', namespace } = volume.claim ?? {};
  const claim = find(tables.PersistentVolumeClaim, name, namespace);
  return (
    claim?.volumeName === volume.meta.name && isVolumeOfClaim(volume, claim)
  );
}

/** All of these, in their order, slice by slice. */
export function* sliced<T>(items: readonly T[]): Generator<T[]> {
  for (let at = 0; at < items.length; at += SLICE) {
    yield items.slice(at, at + SLICE);
  }
}

import type {
  CoverageBy,
  CoverageCounts,
  CoverageRow,
  PlatformVolume,
} from '../contract/api';
import { addVolumes, noVolumes } from './countedVolumes';
import { groupName } from './groupNames';
import { rememberedBytes } from './rememberedBytes';

/** Counts of some volumes by the answers about them. @public */
export function countVolumes(
  volumes: readonly PlatformVolume[],
): CoverageCounts {
  const counts = noVolumes();
  const bytesOf = rememberedBytes();
  for (const { protection, state, size } of volumes) {
    addVolumes(counts, { protection, state, volumes: 1, bytes: bytesOf(size) });
  }
  return counts;
}

/** A row before it is known whether it is complete. @public */
export type CountedRow = Omit<CoverageRow, 'incomplete'>;

/**
 * The counts of volumes by cluster, owner, driver or class, those with the most
 * unencrypted volumes first, then those of which the least is known.
 *
 * @param clusters - have a row of their own even without a volume
 * @public
 */
export function coverageRows(
  by: CoverageBy,
  volumes: readonly PlatformVolume[],
  clusters: readonly string[],
): CountedRow[] {
  const rows = new Map<string, CountedRow>();
  if (by === 'cluster') {
    for (const name of clusters) rows.set(name, { name, counts: noVolumes() });
  }
  const bytesOf = rememberedBytes();
  for (const volume of volumes) {
    const row = emptyRow(by, volume);
    const key = row.cluster ? `${row.cluster}\n${row.name}` : row.name;
    const { counts } = rows.get(key) ?? row;
    if (!rows.has(key)) rows.set(key, row);
    const { protection, state, size } = volume;
    addVolumes(counts, { protection, state, volumes: 1, bytes: bytesOf(size) });
  }
  return [...rows.values()].sort(byHarm);
}

function emptyRow(by: CoverageBy, volume: PlatformVolume): CountedRow {
  const row = { name: groupName[by](volume), counts: noVolumes() };
  return by === 'storage-class' ? { ...row, cluster: volume.cluster } : row;
}

function byHarm(one: CountedRow, other: CountedRow): number {
  const [a, b] = [one.counts, other.counts];
  return (
    b.protections.none - a.protections.none ||
    b.protections.unknown - a.protections.unknown ||
    b.volumes - a.volumes ||
    order(one.name, other.name) ||
    order(one.cluster ?? '', other.cluster ?? '')
  );
}

function order(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

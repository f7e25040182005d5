import type {
  CoverageBy,
  CoverageCounts,
  CoverageRow,
  PlatformVolume,
} from '../contract/api';
import { quantityToBytes } from '../kubernetes/quantity';
import { groupName } from './groupNames';

/** Counts of some volumes by the answers about them. @public */
export function countVolumes(
  volumes: readonly PlatformVolume[],
): CoverageCounts {
  const counts = noVolumes();
  const bytesOf = rememberedBytes();
  for (const volume of volumes) count(counts, volume, bytesOf(volume.size));
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
    count(counts, volume, bytesOf(volume.size));
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

function noVolumes(): CoverageCounts {
  return {
    volumes: 0,
    protections: {
      'volume/customer-key': 0,
      'volume/provider-key': 0,
      'infrastructure-only': 0,
      none: 0,
      unknown: 0,
    },
    states: { active: 0, prepared: 0, 'cannot-tell': 0 },
    bytes: 0,
    unencryptedBytes: 0,
  };
}

function count(
  counts: CoverageCounts,
  { protection, state }: PlatformVolume,
  bytes: number,
): void {
  counts.volumes += 1;
  counts.protections[protection] += 1;
  const isEncrypted =
    protection === 'volume/customer-key' ||
    protection === 'volume/provider-key';
  if (isEncrypted) counts.states[state] += 1;
  counts.bytes += bytes;
  if (protection === 'none') counts.unencryptedBytes += bytes;
}

/** Sizes are few and volumes many; what is no quantity counts as nothing. */
function rememberedBytes(): (size: string) => number {
  const known = new Map<string, number>();
  return size => {
    const before = known.get(size);
    if (before !== undefined) return before;
    const bytes = Number(quantityToBytes(size) ?? 0n);
    known.set(size, bytes);
    return bytes;
  };
}

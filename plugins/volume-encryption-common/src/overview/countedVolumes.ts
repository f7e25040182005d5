import type { CoverageCounts, PlatformVolume } from '../contract/api';

/** Volumes that are alike in what is counted. @public */
export type CountedAlike = Pick<PlatformVolume, 'protection' | 'state'> & {
  volumes: number;
  bytes: number;
};

/** The counts of no volume, to be added to. */
export function noVolumes(): CoverageCounts {
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

/** Adds them to the counts. */
export function addVolumes(
  counts: CoverageCounts,
  { protection, state, volumes, bytes }: CountedAlike,
): void {
  counts.volumes += volumes;
  counts.protections[protection] += volumes;
  const isEncrypted =
    protection === 'volume/customer-key' ||
    protection === 'volume/provider-key';
  if (isEncrypted) counts.states[state] += volumes;
  counts.bytes += bytes;
  if (protection === 'none') counts.unencryptedBytes += bytes;
}

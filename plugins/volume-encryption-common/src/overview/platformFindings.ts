import type {
  PlatformFinding,
  PlatformVolume,
  VolumeFinding,
} from '../contract/api';
import { ownerName } from './groupNames';
import { rankOf } from './impacts';
import { isFindingMeant, type VolumeFilter } from './volumeFilter';

/** How many owners of a finding are named. */
const NAMED_OWNERS = 10;

interface Fold {
  finding: Omit<PlatformFinding, 'owners' | 'ownerCount'>;
  /** Volumes by owner. */
  owners: Map<string, number>;
}

/**
 * What is not as it should be with these volumes: folded where the same remedy
 * helps all of a tenant, class, KMS or cluster. What hurts most comes first, and
 * of that what concerns most volumes.
 *
 * @param filter - of findings, its `impact` and `reason`
 * @public
 */
export function platformFindings(
  volumes: readonly PlatformVolume[],
  filter: VolumeFilter,
): PlatformFinding[] {
  const folds = new Map<string, Fold>();
  for (const volume of volumes) {
    for (const finding of volume.findings) {
      if (isFindingMeant(finding, filter)) add(folds, finding, volume);
    }
  }
  return [...folds.values()].map(unfolded).sort(byHarm);
}

function add(
  folds: Map<string, Fold>,
  finding: VolumeFinding,
  volume: PlatformVolume,
): void {
  const key = foldOf(finding, volume);
  const fold = folds.get(key) ?? emptyFold(finding, volume);
  if (fold.finding.volumes === 0) folds.set(key, fold);
  fold.finding.volumes += 1;
  fold.finding.observedAt = oldest(
    fold.finding.observedAt,
    seenAt(volume, finding),
  );
  const owner = ownerName(volume);
  fold.owners.set(owner, (fold.owners.get(owner) ?? 0) + 1);
}

/** What is said of a key is as old as the answer about it. */
function seenAt(
  { observedAt, keyObservedAt }: PlatformVolume,
  { code }: VolumeFinding,
): string {
  const isOfKey = code.startsWith('key-') || code === 'retained-without-key';
  return oldest(isOfKey ? keyObservedAt : undefined, observedAt);
}

/** Both are of the same form, so that their order is that of the text. */
function oldest(one: string | undefined, other: string): string {
  return one !== undefined && one < other ? one : other;
}

/** Called for each finding of each volume, so it makes no objects. */
function foldOf(
  { code, impact, about }: VolumeFinding,
  volume: PlatformVolume,
): string {
  return `${code}\n${impact}\n${placeOf(aboutOf(about, volume), volume)}`;
}

/** A KMS is one and the same for all clusters. */
function placeOf(
  about: VolumeFinding['about'],
  { cluster, namespace, storageClass, kms }: PlatformVolume,
): string {
  switch (about) {
    case 'kms':
      return `kms ${kms}`;
    case 'storage-class':
      return `class ${cluster} ${storageClass}`;
    case 'cluster':
      return `cluster ${cluster}`;
    default:
      return `tenant ${cluster} ${namespace}`;
  }
}

/** What it can be said to be about: the cluster where no KMS is known, and so on. */
function aboutOf(
  about: VolumeFinding['about'],
  { storageClass, kms }: PlatformVolume,
): VolumeFinding['about'] {
  if (about === 'kms' && !kms) return 'cluster';
  return about === 'storage-class' && !storageClass ? 'tenant' : about;
}

function emptyFold(finding: VolumeFinding, volume: PlatformVolume): Fold {
  const { cluster, namespace, claim, persistentVolume } = volume;
  const { storageClass, kms } = volume;
  const about = aboutOf(finding.about, volume);
  return {
    finding: {
      ...finding,
      about,
      cluster,
      ...(about === 'tenant' && { namespace }),
      ...(about === 'storage-class' && { storageClass }),
      ...(about === 'kms' && { kms }),
      volumes: 0,
      example: { cluster, namespace, claim, persistentVolume },
    },
    owners: new Map(),
  };
}

function unfolded({ finding, owners }: Fold): PlatformFinding {
  const named = [...owners].sort(([, one], [, other]) => other - one);
  return {
    ...finding,
    owners: named.slice(0, NAMED_OWNERS).map(([owner]) => owner),
    ownerCount: named.length,
  };
}

function byHarm(one: PlatformFinding, other: PlatformFinding): number {
  return (
    rankOf(one) - rankOf(other) ||
    other.volumes - one.volumes ||
    order(one.code, other.code)
  );
}

function order(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

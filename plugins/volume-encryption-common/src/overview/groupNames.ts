import type { CoverageBy, PlatformVolume } from '../contract/api';

/** Where there is none: no owner is served, no class is named. @public */
export const NONE = '(none)';

/** Where it is not known. @public */
export const UNKNOWN = '(unknown)';

/** Whose a volume is, for filters and counts. @public */
export function ownerName({ owner, ownerKnown }: PlatformVolume): string {
  if (!ownerKnown) return UNKNOWN;
  return owner ?? NONE;
}

/** What each volume is counted under. */
export const groupName: Record<CoverageBy, (of: PlatformVolume) => string> = {
  cluster: ({ cluster }) => cluster,
  owner: ownerName,
  driver: ({ driver = UNKNOWN }) => driver,
  'storage-class': ({ storageClass = NONE }) => storageClass,
};

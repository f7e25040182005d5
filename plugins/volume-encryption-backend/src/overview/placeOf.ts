import {
  IMPACTS,
  type PlatformVolume,
} from 'backstage-plugin-volume-encryption-common';

/** Place of a volume by its gravest finding; what has none comes last. */
export function placeOf({ findings: [gravest] }: PlatformVolume): number {
  return gravest ? IMPACTS.indexOf(gravest.impact) : IMPACTS.length;
}

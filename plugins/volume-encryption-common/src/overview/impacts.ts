import type { Impact, VolumeFinding } from '../contract/api';

/** What hurts most first. @public */
export const IMPACTS: readonly Impact[] = [
  'blocked',
  'unencrypted',
  'at-risk',
  'unknown',
  'clear-in-flight',
  'left-over',
];

/** Place in that order; the last for what has no finding. */
export function rankOf(finding: Pick<VolumeFinding, 'impact'> | undefined) {
  return finding ? IMPACTS.indexOf(finding.impact) : IMPACTS.length;
}

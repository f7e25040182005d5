import type { VolumeFinding } from 'backstage-plugin-volume-encryption-common';

/** The findings of a volume, each the same object as that of others who have it. */
export type ShareFindings = (findings: VolumeFinding[]) => VolumeFinding[];

/**
 * Most findings are said alike of very many volumes, so each is kept once.
 */
export function sharedFindings(): ShareFindings {
  const known = new Map<string, VolumeFinding>();
  const none: VolumeFinding[] = [];
  return findings =>
    findings.length === 0
      ? none
      : findings.map(finding => {
          const key = `${finding.code}\n${finding.impact}\n${finding.message}`;
          const before = known.get(key);
          if (!before) known.set(key, finding);
          return before ?? finding;
        });
}

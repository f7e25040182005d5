import type { Finding } from '../contract/reasons';
import { valueOf } from '../observation/observed';
import type { Evidence } from './evidence';

/**
 * A volume that is kept (`Retain`) outlives its key where the KMS forgets it:
 * then it is encrypted for good, and nobody can read it.
 */
export function lostKeyFindings({ record, facts }: Evidence): Finding[] {
  if (record.state !== 'recorded') return [];
  const presence = valueOf(facts.key)?.presence;
  const isGone = presence === 'absent' || presence === 'destroyed';
  const isFile = record.asked.encryption === 'file';
  if (!isGone || isFile || record.volume.reclaimPolicy !== 'Retain') return [];
  return [
    {
      code: 'retained-without-key',
      severity: 'error',
      grade: 'E5',
      message: `The volume is kept when its claim goes (Retain), but its key is ${presence}: what is on it cannot be read again once it is unmounted.`,
    },
  ];
}

import type { InFlight, Protection } from '../contract/api';
import type { Finding } from '../contract/reasons';
import type { Evidence } from './evidence';
import { profileOf } from './judgeVolume';
import { objectsOf, ownVolumeOf } from './volumeObjects';

const SEVERITY = {
  encrypted: 'ok',
  clear: 'warning',
  unknown: 'info',
} as const;

/**
 * Is the data encrypted between the mount and the storage? An answer of its own:
 * it never makes a volume encrypted, and a volume that the node encrypts sends
 * ciphertext whatever the wire does.
 */
export function assessInFlight(
  { facts, record }: Evidence,
  { verdict }: Protection,
): InFlight {
  const volume = ownVolumeOf(facts);
  const profile = volume && profileOf(volume);
  if (!volume || !profile) {
    return unknownAnswer(
      'finding' in record
        ? record.finding.message
        : 'Nothing is known of how the data travels.',
    );
  }
  const isOpenedOnNode =
    verdict === 'volume/customer-key' && profile.encrypts !== 'below';
  const objects = objectsOf(volume, facts);
  const { answer, why } = profile.readInFlight(objects, isOpenedOnNode);
  return { answer, reasons: [reason(answer, why)] };
}

function unknownAnswer(why: string): InFlight {
  return { answer: 'unknown', reasons: [reason('unknown', why)] };
}

function reason(answer: InFlight['answer'], message: string): Finding {
  const code = `in-flight-${answer}` as const;
  return { code, severity: SEVERITY[answer], message };
}

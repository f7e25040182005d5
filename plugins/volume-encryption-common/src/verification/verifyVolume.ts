import type { Protection, VolumeView } from '../contract/api';

/**
 * How much a verification demands, always with a key that the customer holds:
 * `recorded` that the volume was made so and nothing speaks against it, its key
 * may come with the first mount as with CephFS; `prepared` that the key exists,
 * the format may come at the first mount; `active` that a mount is evidence.
 *
 * @public
 */
export type VerificationLevel = 'recorded' | 'prepared' | 'active';

/** Whether a volume is what it should be, and why in words. @public */
export interface Verification {
  verified: boolean;
  because: string;
}

/**
 * Judges a volume's verdict by what is demanded of it. What is not known is
 * never verified.
 *
 * @public
 */
export function verifyVolume(
  { protection }: VolumeView,
  level: VerificationLevel,
): Verification {
  const { verdict, state, grade, reasons } = protection;
  const verified =
    verdict === 'volume/customer-key' && reaches(protection, level);
  const found = `${verdict}, state ${state}, evidence ${grade}`;
  if (verified) return { verified, because: `It is ${found}.` };
  const why = reasons
    .filter(({ severity }) => severity !== 'ok')
    .map(({ message }) => message);
  return {
    verified,
    because: [
      `Wanted volume/customer-key, ${level}; it is ${found}.`,
      ...why,
    ].join(' '),
  };
}

function reaches(
  { state, grade, reasons }: Protection,
  level: VerificationLevel,
): boolean {
  if (state === 'active') return true;
  if (level === 'active') return false;
  if (state === 'prepared') return true;
  const isRecorded = grade !== 'E0' && grade !== 'E1';
  const isContested = reasons.some(({ severity }) => severity === 'error');
  return level === 'recorded' && isRecorded && !isContested;
}

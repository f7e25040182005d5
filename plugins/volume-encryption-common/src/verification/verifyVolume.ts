import type { VolumeView } from '../contract/api';

/**
 * How much a verification demands, both with a key that the customer holds:
 * `prepared` that the key exists, the format may come at the first mount;
 * `active` that a mount is evidence.
 *
 * @public
 */
export type VerificationLevel = 'prepared' | 'active';

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
    verdict === 'volume/customer-key' &&
    (state === 'active' || (state === 'prepared' && level === 'prepared'));
  const found = `${verdict}, state ${state}, evidence ${grade}`;
  if (verified) return { verified, because: `It is ${found}.` };
  const why = reasons
    .filter(({ severity }) => severity !== 'ok')
    .map(({ message }) => message);
  return {
    verified,
    because: [
      `Wanted volume/customer-key, state ${level}; it is ${found}.`,
      ...why,
    ].join(' '),
  };
}

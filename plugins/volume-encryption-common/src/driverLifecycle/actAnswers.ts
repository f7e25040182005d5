import type { LifecycleKey } from '../contract/api';
import type { ActAnswer, LifecycleVolume } from './driverLifecycle';

export const UNKNOWN_KEY: LifecycleKey = {
  fate: 'unknown',
  message: 'What happens to the key is not known.',
};

/** The driver can do it, and this is what it does. */
export function possible(
  volume: string,
  key: LifecycleKey,
  warning?: string,
): ActAnswer {
  return { answer: 'possible', volume, key, ...(warning && { warning }) };
}

/** The driver or the cluster refuses it. */
export function notPossible(reason: string): ActAnswer {
  return { answer: 'not-possible', reason };
}

/** Nothing that we know settles it. */
export function notKnown(reason: string): ActAnswer {
  return { answer: 'unknown', reason, key: UNKNOWN_KEY };
}

const NO_KEY: LifecycleKey = {
  fate: 'none',
  message: 'There is no key: the volume is not encrypted.',
};

/** Nothing is said of a key of which it is not known whether there is one. */
export function keyOf(
  { encryption }: LifecycleVolume,
  fate: LifecycleKey['fate'],
  message: string,
): LifecycleKey {
  if (encryption === 'none') return NO_KEY;
  return encryption === 'unknown' ? UNKNOWN_KEY : { fate, message };
}

/** A warning about the key, where there is one. */
export function whereEncrypted(
  { encryption }: LifecycleVolume,
  warning: string,
): string | undefined {
  const isEncrypted = encryption !== 'none' && encryption !== 'unknown';
  return isEncrypted ? warning : undefined;
}

export const DATA_IS_LOST =
  'The data is gone for good, with everything that was not copied elsewhere.';

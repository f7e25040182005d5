import { setTimeout as sleep } from 'node:timers/promises';
import {
  isVolumeEncryptionError,
  type VolumeEncryptionErrorCode,
} from 'backstage-plugin-volume-encryption-common';

/** Nobody has refused it; whether it was done is not known. */
const UNANSWERED: readonly VolumeEncryptionErrorCode[] = [
  'cluster-unreachable',
  'timeout',
];
const PAUSES_MS = [500, 2_000, 5_000];

/** Does it again a few times while nothing answers; throws the last failure. */
export async function untilAnswered<T>(
  act: () => Promise<T>,
  pausesMs: readonly number[] = PAUSES_MS,
): Promise<T> {
  for (const pauseMs of pausesMs) {
    try {
      return await act();
    } catch (error) {
      const isSilence =
        isVolumeEncryptionError(error) && UNANSWERED.includes(error.code);
      if (!isSilence) throw error;
      await sleep(pauseMs);
    }
  }
  return act();
}

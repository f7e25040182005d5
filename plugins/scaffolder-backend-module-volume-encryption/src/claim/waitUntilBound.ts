import { setTimeout as sleep } from 'node:timers/promises';
import {
  VolumeEncryptionError,
  type VolumeView,
} from 'backstage-plugin-volume-encryption-common';
import type {
  EntityVolumeAddress,
  VolumeEncryptionService,
} from 'backstage-plugin-volume-encryption-node';
import type { StepRun } from '../operation/StepRun';
import { claimProgress, type ClaimProgress } from './claimProgress';
import { temporaryTrouble } from './temporaryTrouble';

/** Which claim is waited for, and for how long. */
export interface ClaimWait {
  address: EntityVolumeAddress;
  service: VolumeEncryptionService;
  /** Its signal ends the waiting; the claim stays. */
  run: StepRun;
  timeoutMs: number;
  /** Between two looks. */
  intervalMs: number;
}

/**
 * Looks at a claim until it is Bound, or Pending because its class makes the
 * volume for the first pod, which is no failure. Tells why it waits whenever
 * the cause changes.
 *
 * Throws `timeout` with the last cause, `aborted`, and whatever a look throws
 * that waiting does not mend.
 */
export async function waitUntilBound(wait: ClaimWait): Promise<VolumeView> {
  const { logger, signal } = wait.run;
  const timeout = AbortSignal.timeout(wait.timeoutMs);
  const stop = signal ? AbortSignal.any([signal, timeout]) : timeout;
  let told = '';
  while (!stop.aborted) {
    const progress = await look(wait, stop);
    if (!progress) break;
    if (progress.message !== told) logger.info(progress.message);
    told = progress.message;
    if (progress.settled) return progress.settled;
    await sleep(wait.intervalMs, undefined, { signal: stop }).catch(() => {});
  }
  throw endOfWaiting(wait, told);
}

/** Undefined when the signal ended the look. */
async function look(
  { service, address, run }: ClaimWait,
  signal: AbortSignal,
): Promise<ClaimProgress | undefined> {
  try {
    const credentials = await run.getInitiatorCredentials();
    return claimProgress(
      await service.getEntityVolume(address, { credentials, signal }),
    );
  } catch (error) {
    if (signal.aborted) return undefined;
    return { message: temporaryTrouble(error) };
  }
}

function endOfWaiting({ run, timeoutMs }: ClaimWait, cause: string): Error {
  return run.signal?.aborted
    ? new VolumeEncryptionError(
        'aborted',
        'Stopped while waiting for the volume. The claim stays; run it again to go on waiting.',
      )
    : new VolumeEncryptionError(
        'timeout',
        `The claim was not bound within ${timeoutMs / 1000} seconds. It stays, and will be bound when the cause is gone. ${cause}`,
      );
}

import {
  VolumeEncryptionError,
  type Diagnosis,
  type VolumeView,
} from 'backstage-plugin-volume-encryption-common';

/** How far a claim is. */
export interface ClaimProgress {
  message: string;
  /** Set when there is nothing more to wait for. */
  settled?: VolumeView;
}

/** The diagnoses of a claim that waits for its first pod, as it should. */
const WAITING = new Set(['waiting-for-pod', 'waiting-for-scheduling']);

/**
 * How far a claim is, with the causes where it is stuck. Throws `conflict` for
 * a claim that has lost its volume.
 */
export function claimProgress(volume: VolumeView): ClaimProgress {
  const { phase, claim, diagnoses } = volume;
  if (phase === 'Bound') {
    const message = `Claim "${claim}" is Bound to ${volume.persistentVolume}.`;
    return { message, settled: volume };
  }
  if (phase === 'Lost') {
    throw new VolumeEncryptionError(
      'conflict',
      `The claim "${claim}" has lost its volume: the PersistentVolume it names does not exist.`,
    );
  }
  const causes = diagnoses.filter(({ code }) => !WAITING.has(code));
  if (causes.length > 0) return { message: causes.map(stuck).join('\n') };
  if (waitsForPod(volume)) {
    const message = `Claim "${claim}" is Pending, as it should be: its class makes the volume when the first pod uses it.`;
    return { message, settled: volume };
  }
  return { message: `Claim "${claim}" is Pending.` };
}

function stuck({ cause, owner, nextStep }: Diagnosis): string {
  return `Stuck: ${cause} Next step (${owner}): ${nextStep}`;
}

function waitsForPod({ bindingMode, diagnoses }: VolumeView): boolean {
  return (
    bindingMode === 'WaitForFirstConsumer' ||
    diagnoses.some(({ code }) => WAITING.has(code))
  );
}

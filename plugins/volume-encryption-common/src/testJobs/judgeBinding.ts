import type { Diagnosis, Reason } from '../contract/api';
import { planNote } from '../plan/planNotes';

/** What was seen of the claim of a smoke test. @public */
export interface SeenBinding {
  isBound: boolean;
  /** For how long it was waited. */
  seconds: number;
  /** Its class makes volumes when a pod is put on a node. */
  waitsForPod: boolean;
  /** How many nodes take pods; undefined where that is not known. */
  places: number | undefined;
  /** Why the claim is stuck, newest first. */
  diagnoses: readonly Diagnosis[];
}

/** Whether the claim got a volume, and why not. @public */
export function judgeBinding(seen: SeenBinding): Reason[] {
  const { isBound, seconds, waitsForPod, places, diagnoses } = seen;
  if (isBound) {
    const message = `The claim was bound after ${seconds} s.`;
    return [planNote('smoke-test-bound', 'ok', message)];
  }
  if (waitsForPod && places === 0) {
    return [
      planNote(
        'smoke-test-inconclusive',
        'warning',
        'The Job could not run, because no node of this cluster runs pods, and the class makes a volume only when a pod is put on one. The cluster took claim and Job; no more is known.',
      ),
    ];
  }
  const [newest] = diagnoses;
  const why = newest
    ? `${newest.cause} ${newest.nextStep}`
    : 'The cluster tells no reason. See whether the provisioner runs.';
  const message = `The claim was not bound within ${seconds} s. ${why}`;
  return [planNote('smoke-test-failed', 'error', message)];
}

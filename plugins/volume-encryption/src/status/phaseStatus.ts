import type { VolumeView } from 'backstage-plugin-volume-encryption-common';
import type { Status } from './Status';

/** The claim's phase, with the cause when it is stuck. */
export function phaseStatus({
  phase,
  bindingMode,
  diagnoses,
}: Pick<VolumeView, 'phase' | 'bindingMode' | 'diagnoses'>): Status {
  const cause = diagnoses[0]?.cause;
  if (phase === 'Bound') {
    return cause
      ? { tone: 'caution', icon: 'warning', label: 'Bound', note: cause }
      : { tone: 'plain', icon: 'check', label: 'Bound' };
  }
  if (phase === 'Lost') {
    return {
      tone: 'danger',
      icon: 'blocked',
      label: 'Lost',
      note: cause ?? 'its PersistentVolume is gone',
    };
  }
  if (cause) {
    return { tone: 'caution', icon: 'warning', label: 'Pending', note: cause };
  }
  const note =
    bindingMode === 'WaitForFirstConsumer'
      ? 'waits for its first pod'
      : 'waits for its volume';
  return { tone: 'neutral', icon: 'clock', label: 'Pending', note };
}

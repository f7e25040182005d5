import type { Reason, VolumeView } from '../contract/api';
import { planNote } from '../plan/planNotes';

/** What is known of the encryption of its volume, as of any volume. @public */
export function judgeVolume(volume: VolumeView | undefined): Reason {
  if (!volume) {
    return planNote(
      'smoke-test-verdict',
      'warning',
      'Whether the volume is encrypted is not known: the portal has not seen it.',
    );
  }
  const { verdict, state, grade, reasons } = volume.protection;
  const why = reasons.map(({ message }) => message).join(' ');
  return planNote(
    'smoke-test-verdict',
    severityOf(verdict),
    `The volume is judged ${verdict}, state ${state}, evidence ${grade}. ${why}`.trim(),
  );
}

function severityOf(
  verdict: VolumeView['protection']['verdict'],
): Reason['severity'] {
  if (verdict === 'none') return 'error';
  return verdict.startsWith('volume/') ? 'ok' : 'warning';
}

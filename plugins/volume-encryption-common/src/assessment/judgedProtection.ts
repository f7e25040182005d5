import type { Protection } from '../contract/api';
import type { Finding } from '../contract/reasons';
import type { EncryptedAnswer } from '../driver/volumeAnswer';
import { copyNote } from './copyNote';
import type { Evidence } from './evidence';
import { stateOf } from './protectionState';
import type { VolumeRecord } from './volumeRecord';

type Judged = Extract<VolumeRecord, { state: 'judged' }>;

/** The verdict on a volume of another driver than Ceph CSI. */
export function judgedProtection(
  judged: Judged,
  evidence: Evidence,
): Protection {
  const { answer, finding, notes, profile } = judged;
  const copy = copyNote(profile, evidence.facts);
  const reasons = [finding, ...copy, ...notes];
  switch (answer.says) {
    case 'encrypted':
      return encrypted(answer, reasons, evidence);
    case 'unencrypted':
      return {
        verdict: 'none',
        state: 'cannot-tell',
        grade: answer.grade,
        reasons,
      };
    default:
      return {
        verdict: 'unknown',
        state: 'cannot-tell',
        grade: answer.grade === 'E0' ? gradeOfNotes(notes) : answer.grade,
        reasons,
      };
  }
}

/** A key of the provider's says nothing at a mount, so it is never `active`. */
function encrypted(
  { verdict, grade }: EncryptedAnswer,
  reasons: Finding[],
  evidence: Evidence,
): Protection {
  if (verdict !== 'volume/customer-key') {
    return { verdict, state: 'cannot-tell', grade, reasons };
  }
  const found = stateOf(evidence, 'block');
  return {
    verdict,
    state: found.state,
    grade: found.grade === 'E2' ? grade : found.grade,
    reasons: [...reasons, ...found.findings],
  };
}

/** Where nothing is recorded, what a valid class asked for is all there is. */
function gradeOfNotes(notes: Finding[]): 'E0' | 'E1' {
  return notes.some(({ grade }) => grade === 'E1') ? 'E1' : 'E0';
}

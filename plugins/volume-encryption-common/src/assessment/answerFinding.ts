import type { Finding } from '../contract/reasons';
import type { EncryptedAnswer } from '../driver/volumeAnswer';
import type { JudgedVolume } from './judgeVolume';

/** The answer as a reason, in the words of its evidence. */
export function answerFinding({
  answer,
}: Pick<JudgedVolume, 'answer'>): Finding {
  switch (answer.says) {
    case 'encrypted':
      return {
        code: codeOf(answer),
        severity: 'ok',
        grade: answer.grade,
        message: answer.evidence,
      };
    case 'unencrypted':
      return {
        code:
          answer.grade === 'E3'
            ? 'reported-unencrypted'
            : 'recorded-unencrypted',
        severity: 'warning',
        grade: answer.grade,
        message: answer.evidence,
      };
    default:
      return {
        code: answer.code,
        severity: 'warning',
        grade: answer.grade,
        message: answer.why,
      };
  }
}

function codeOf({ basis, grade }: EncryptedAnswer): Finding['code'] {
  if (basis === 'floor') return 'always-encrypted';
  return grade === 'E3' ? 'reported-encrypted' : 'recorded-encrypted';
}

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
          answer.basis === 'vendor-object'
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

function codeOf({ basis }: EncryptedAnswer): Finding['code'] {
  switch (basis) {
    case 'vendor-object':
      return 'reported-encrypted';
    case 'floor':
      return 'always-encrypted';
    default:
      return 'recorded-encrypted';
  }
}

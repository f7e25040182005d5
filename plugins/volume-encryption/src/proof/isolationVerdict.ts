import type { IsolationMatrix } from 'backstage-plugin-volume-encryption-common';
import type { Status } from '../status';

/**
 * What the page of the matrix says as a whole. Clean is said only when every
 * cell is known.
 */
export function isolationVerdict(matrix: IsolationMatrix): Status {
  const { rows, clean, total } = matrix;
  const findings = rows.reduce((sum, row) => sum + row.findings.length, 0);
  if (findings > 0) {
    return {
      tone: 'danger',
      icon: 'blocked',
      label: findings === 1 ? '1 finding' : `${findings} findings`,
    };
  }
  const isKnown = rows.every(({ basis }) => basis !== 'unknown');
  if (!clean || !isKnown) {
    return {
      tone: 'unknown',
      icon: 'question',
      label: 'Not known for all, and so not called clean',
    };
  }
  return {
    tone: 'good',
    icon: 'check',
    label:
      rows.length === total
        ? 'Clean: each tenant is denied all of the others'
        : `Clean on this page: ${rows.length} of ${total} tenants are denied all of the others`,
  };
}

import type { IsolationMatrix } from 'backstage-plugin-volume-encryption-common';
import type { Status } from '../status';

/**
 * What the matrix says as a whole, whatever the page. Clean is said only when
 * every cell of all rows is known to be denied.
 */
export function isolationVerdict(matrix: IsolationMatrix): Status {
  const { totals, clean, total } = matrix;
  const { asked, findings, unknown } = totals;
  if (findings > 0) {
    const label = `${findings} of ${tenants(total)} may do something on another's keys`;
    return { tone: 'danger', icon: 'blocked', label };
  }
  if (!clean || unknown > 0 || asked < total) {
    const label =
      asked < total
        ? `${asked} of ${tenants(total)} looked at so far, and so not called clean`
        : 'Not known for all, and so not called clean';
    return { tone: 'unknown', icon: 'question', label };
  }
  const label =
    total === 1
      ? 'Clean: the one tenant is denied all of the others'
      : `Clean: each of the ${tenants(total)} is denied all of the others`;
  return { tone: 'good', icon: 'check', label };
}

function tenants(count: number): string {
  return count === 1 ? '1 tenant' : `${count.toLocaleString('en')} tenants`;
}

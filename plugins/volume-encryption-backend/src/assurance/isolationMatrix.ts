import {
  rowState,
  type IsolationMatrix,
} from 'backstage-plugin-volume-encryption-common';
import type { IsolationRun } from './IsolationRun';

const WORST_FIRST = ['finding', 'unknown', 'clean'] as const;

/**
 * What each tenant's credential may do on the keys of the others: a page of rows,
 * those with findings before all others, and how all of them stand.
 */
export function isolationMatrix(
  { its, rows, asked }: Pick<IsolationRun, 'its' | 'rows' | 'asked'>,
  page: { kms: string; limit: number; offset: number },
): IsolationMatrix {
  const { kms, limit, offset } = page;
  const [findings, unknown, clean] = WORST_FIRST.map(state =>
    rows.filter(it => rowState(it) === state),
  );
  const totals = { asked, findings: findings.length, unknown: unknown.length };
  const { message, observedAt } = its;
  return {
    ...{ kms, total: rows.length, offset, limit },
    tenants: [...its.tenants],
    rows: [...findings, ...unknown, ...clean].slice(offset, offset + limit),
    totals,
    clean:
      message === undefined && rows.length > 0 && clean.length === rows.length,
    message,
    observedAt,
  };
}

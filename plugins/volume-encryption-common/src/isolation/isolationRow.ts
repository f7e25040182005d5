import type { IsolationRow } from '../contract/api';
import { tenantPaths } from './tenantPaths';

/** The tenant whose credential is looked at, and all of the KMS. @public */
export interface IsolationQuestion {
  tenant: Pick<IsolationRow, 'tenantId' | 'custody'>;
  /** Ids of all tenants, its own too. */
  tenants: readonly string[];
  mountPrefix: string;
}

/** What is known of a credential. @public */
export interface IsolationAnswer {
  /** With `unknown` no cell counts as denied, whatever is said of it. */
  basis: IsolationRow['basis'];
  capabilitiesOf: (path: string) => readonly string[] | undefined;
  message?: string;
}

/**
 * What a tenant's credential may do on its own keys and on those of the others.
 * A path without an answer is a finding, as one that is not denied.
 *
 * @public
 */
export function isolationRow(
  { tenant, tenants, mountPrefix }: IsolationQuestion,
  { basis, capabilitiesOf, message }: IsolationAnswer,
): IsolationRow {
  const others = [...new Set(tenants)].filter(it => it !== tenant.tenantId);
  const cells = others.map(tenantId =>
    tenantPaths(mountPrefix, tenantId).flatMap(path =>
      finding(tenantId, path, capabilitiesOf(path)),
    ),
  );
  const denied = cells.filter(findings => findings.length === 0).length;
  const [keys] = tenantPaths(mountPrefix, tenant.tenantId);
  return {
    ...tenant,
    basis,
    own: [...(capabilitiesOf(keys) ?? [])],
    denied: basis === 'unknown' ? 0 : denied,
    findings: cells.flat(),
    message,
  };
}

/** A tenant of whose credential nothing is known, so of none of its cells. @public */
export function unknownRow(
  { tenant }: Pick<IsolationQuestion, 'tenant'>,
  message: string,
): IsolationRow {
  return {
    ...tenant,
    basis: 'unknown',
    own: [],
    denied: 0,
    findings: [],
    message,
  };
}

/** Whether every cell of the rows is known to be denied. @public */
export function isClean(rows: readonly IsolationRow[]): boolean {
  return rows.every(
    ({ basis, findings }) => basis !== 'unknown' && findings.length === 0,
  );
}

function finding(
  tenantId: string,
  path: string,
  answer: readonly string[] | undefined,
): IsolationRow['findings'] {
  const capabilities = [...(answer ?? [])];
  if (capabilities.length === 1 && capabilities[0] === 'deny') return [];
  const message =
    capabilities.length === 0
      ? `Nothing is known of what it may do on ${path}.`
      : `It may ${capabilities.join(', ')} on ${path} of another tenant.`;
  return [{ tenantId, path, capabilities, message }];
}

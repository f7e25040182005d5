import type { IsolationRow } from '../contract/api';
import { tenantPaths } from './tenantPaths';

const UNANSWERED = 'Nothing is known of what it may do there.';
const ALLOWED =
  'That is of another tenant. Take the right out of the policies that its logins or tokens get, and of those of its entity and its groups.';

/** The tenant whose credential is looked at, and all of the KMS. @public */
export interface IsolationQuestion {
  tenant: Pick<IsolationRow, 'tenantId' | 'custody'>;
  /** Ids of all tenants, its own too. */
  tenants: readonly string[];
  mountPrefix: string;
  /** Name of a key that a tenant has, by its id, where one is known. */
  keyNames?: ReadonlyMap<string, string>;
}

/** All paths that the answer to a question has to tell of. @public */
export function isolationPaths(question: IsolationQuestion): string[] {
  const { tenant, tenants } = question;
  const all = new Set([tenant.tenantId, ...tenants]);
  return [...all].flatMap(it => pathsOf(question, it));
}

function pathsOf(
  { mountPrefix, keyNames }: IsolationQuestion,
  tenantId: string,
): string[] {
  return tenantPaths(mountPrefix, tenantId, keyNames?.get(tenantId));
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
 * A path without an answer is among the findings, without capabilities.
 *
 * @public
 */
export function isolationRow(
  question: IsolationQuestion,
  { basis, capabilitiesOf, message }: IsolationAnswer,
): IsolationRow {
  const { tenant, tenants } = question;
  const others = [...new Set(tenants)].filter(it => it !== tenant.tenantId);
  const cells = others.map(tenantId =>
    pathsOf(question, tenantId).flatMap(path =>
      finding(tenantId, path, capabilitiesOf(path)),
    ),
  );
  const denied = cells.filter(findings => findings.length === 0).length;
  const [keys] = pathsOf(question, tenant.tenantId);
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

/**
 * How a row stands: something is allowed; nothing is known to be, and not all is
 * known to be denied; or each cell is known to be denied.
 *
 * @public
 */
export function rowState({
  basis,
  findings,
}: IsolationRow): 'finding' | 'unknown' | 'clean' {
  if (findings.some(it => it.capabilities.length > 0)) return 'finding';
  const isKnown = basis !== 'unknown' && findings.length === 0;
  return isKnown ? 'clean' : 'unknown';
}

function finding(
  tenantId: string,
  path: string,
  answer: readonly string[] | undefined,
): IsolationRow['findings'] {
  const capabilities = [...(answer ?? [])];
  if (capabilities.length === 1 && capabilities[0] === 'deny') return [];
  const message = capabilities.length === 0 ? UNANSWERED : ALLOWED;
  return [{ tenantId, path, capabilities, message }];
}

import type { IsolationRow } from '../contract/api';
import { setupPaths } from '../custodySetup/setupPaths';
import {
  derivedLogin,
  type DerivedLogin,
  type ReadSetup,
} from './derivedLogin';
import {
  isolationRow,
  unknownRow,
  type IsolationQuestion,
} from './isolationRow';
import { otherLogins } from './otherLogins';

/**
 * The row of a tenant that logs in with its ServiceAccount. Its logins are batch
 * tokens, which have no accessor to ask by; so it is derived from the role and
 * the policy as read, and from those of other clusters whose auth mount asks the
 * same API server: there it can log in as well. Where these are not as set up
 * nothing counts as denied, and what the policy gives it nonetheless is named.
 * @param namespace - the tenant's
 * @param setups - of its own cluster, and of all the others of the KMS
 *
 * @public
 */
export function derivedRow(
  question: IsolationQuestion,
  namespace: string,
  { own, others }: { own: ReadSetup; others: readonly ReadSetup[] },
): IsolationRow {
  const login = derivedLogin(own, namespace);
  if (!('capabilitiesOf' in login)) return unknownRow(question, login.doubt);
  const elsewhere = otherLogins(own, others, namespace);
  const doubts = [login.doubt ?? [], elsewhere.doubts].flat();
  return isolationRow(question, {
    basis: doubts.length > 0 ? 'unknown' : 'derived',
    capabilitiesOf: path => together([login, ...elsewhere.logins], path),
    message: [
      ...(doubts.length > 0 ? doubts : [derivedFrom(own)]),
      ...elsewhere.shared,
    ].join(' '),
  });
}

/** What one login or another may do; `deny` alone where none may anything. */
function together(logins: readonly DerivedLogin[], path: string): string[] {
  const all = logins.flatMap(({ capabilitiesOf }) => capabilitiesOf(path));
  const allowed = [...new Set(all)].filter(it => it !== 'deny').sort();
  return allowed.length > 0 ? allowed : ['deny'];
}

function derivedFrom({ place }: ReadSetup): string {
  const { accountRole, accountPolicy } = setupPaths(place);
  return `Derived from ${accountRole} and ${accountPolicy}. What an administrator gives to an entity or a group, or by another role, is not seen.`;
}

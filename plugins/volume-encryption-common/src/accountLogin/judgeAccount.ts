import { maskSecrets } from '../diagnosis/maskSecrets';
import type { KmsConnection } from '../kmsConnection/kmsConnection';
import type { AccountFacts } from './accountFacts';
import {
  broken,
  unread,
  type Account,
  type AccountJudgement,
  type Check,
} from './accountJudgement';
import { loginPlace } from '../kmsConnection/loginPlace';
import { roleChecks } from './roleChecks';

/** The first that fails says why. */
const checks: readonly Check[] = [isThere, isStaying, ...roleChecks];

/**
 * Whether Vault lets a tenant's ServiceAccount in, by what it checks at a login;
 * no login is tried, for that takes a token of the tenant's.
 *
 * @param connection - after the tenant's overrides
 * @public
 */
export function judgeAccount(
  name: string,
  connection: KmsConnection,
  facts: AccountFacts,
): AccountJudgement {
  const place = loginPlace(connection);
  const roleName = `role "${place.role}" of auth/${place.mount}`;
  const account = { name, facts, place, roleName };
  for (const check of checks) {
    const found = check(account);
    // People may have put a credential where a role is named.
    if (found) return { ...found, detail: maskSecrets(found.detail) };
  }
  return {
    status: 'ok',
    code: 'tenant-account-ok',
    detail: `The ServiceAccount "${name}" is there, and the ${roleName} in the Vault admits it. The login itself is not tried.`,
  };
}

function isThere({ name, facts }: Account): AccountJudgement | undefined {
  const { serviceAccount: found } = facts;
  if (found.status === 'unknown') {
    return unread('credential-unread', `the ServiceAccount "${name}"`, found);
  }
  if (found.value) return undefined;
  return broken(
    'tenant-account-missing',
    `The ServiceAccount "${name}" is not in the namespace.`,
    'onboard or rotate the tenant: both make it',
  );
}

/** The API server vouches for no token of it (pkg/serviceaccount/claims.go). */
function isStaying({ name, facts }: Account): AccountJudgement | undefined {
  const { serviceAccount: found } = facts;
  if (found.status === 'unknown' || !found.value?.meta.deletedAt) {
    return undefined;
  }
  return broken(
    'tenant-account-deleting',
    `The ServiceAccount "${name}" is being deleted, and finalizers hold it: no login with it succeeds.`,
    'wait until it is gone, then rotate the tenant, which makes it anew',
  );
}

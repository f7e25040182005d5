import type { AccountFacts } from './accountFacts';
import {
  broken,
  unread,
  type Account,
  type AccountJudgement,
  type Check,
} from './accountJudgement';
import {
  admitsName,
  admitsNamespace,
  listIn,
  type RoleSettings,
} from './roleAdmits';

/** What a login needs of the role in force; what cannot be told here comes last. */
export const roleChecks: readonly Check[] = [
  hasPlace,
  hasRole,
  isAdmittedByName,
  isAdmittedByNamespace,
  isAdmittedByAudience,
  isOfSetUp,
  givesPolicy,
  isFromAnywhere,
];

function hasPlace({ place }: Account): AccountJudgement | undefined {
  if (place.mount && place.role) return undefined;
  const option = place.mount ? 'vaultRole' : 'vaultAuthPath';
  return broken(
    'tenant-role-missing',
    `${option} is empty, in the KMS connection or in the namespace's own ConfigMap, so that no login succeeds.`,
    'set it, or leave it out',
  );
}

function hasRole(account: Account): AccountJudgement | undefined {
  const { facts, roleName } = account;
  const { role } = facts;
  if (role.status === 'unknown') {
    return (
      isOfSetUp(account) ??
      unread('tenant-role-unread', `the ${roleName} in the Vault`, role)
    );
  }
  if (role.value) return undefined;
  return broken(
    'tenant-role-missing',
    `The Vault has no ${roleName}, or no such auth mount, so that the login fails.`,
    `make it, or set vaultRole and vaultAuthPath right${instead(account)}`,
  );
}

function isAdmittedByName({
  name,
  facts,
  roleName,
}: Account): AccountJudgement | undefined {
  if (admitsName(settingsIn(facts), name)) return undefined;
  return broken(
    'tenant-account-not-admitted',
    `The ${roleName} in the Vault is not bound to ServiceAccounts named "${name}", so that the login fails.`,
    'add the name to bound_service_account_names, or set tenantSAName right',
  );
}

function isAdmittedByNamespace({
  facts,
  roleName,
}: Account): AccountJudgement | undefined {
  const { namespace } = facts;
  if (namespace.status === 'unknown') {
    return unread(
      'credential-unread',
      'the labels of the namespace, by which the Vault selects it,',
      namespace,
    );
  }
  const { name = '', labels = {} } = namespace.value?.meta ?? {};
  const role = settingsIn(facts);
  const isAdmitted = admitsNamespace(role, { name, labels });
  if (isAdmitted) return undefined;
  const selector = role.bound_service_account_namespace_selector;
  if (isAdmitted === undefined) {
    return unread(
      'tenant-role-unread',
      `which namespaces the ${roleName} selects`,
      { detail: 'Its selector is not JSON.' },
    );
  }
  return broken(
    'tenant-namespace-not-selected',
    `The ${roleName} in the Vault does not let in ServiceAccounts of this namespace, so that the login fails.`,
    `onboard the tenant again, which sets the label csi-kms=enabled; the role selects by ${String(selector ?? 'names alone')}`,
  );
}

/**
 * Ceph CSI asks for a token without naming an audience, so that it carries the API
 * server's own (ceph-csi `internal/kms/vault_sa.go`).
 */
function isAdmittedByAudience({
  facts,
  roleName,
}: Account): AccountJudgement | undefined {
  const { audience } = settingsIn(facts);
  const own = facts.setUp?.audience;
  if (!audience || audience === own) return undefined;
  if (own === undefined) {
    return {
      status: 'unknown',
      code: 'tenant-role-bound',
      detail: `Not known: the ${roleName} in the Vault lets in tokens for the audience "${audience}" alone, and which one the API server gives to Ceph CSI's is not configured.`,
      remedy:
        'configure the API server\'s own as "audience" of the cluster under "custody.clusters" of the KMS',
    };
  }
  return broken(
    'tenant-account-not-admitted',
    `The ${roleName} in the Vault lets in tokens for the audience "${audience}" alone, and those of Ceph CSI are for "${own}", so that the login fails.`,
    "set the role's audience to that, or take it out",
  );
}

/** Nobody tells from where Ceph CSI comes to the Vault. */
function isFromAnywhere({
  facts,
  roleName,
}: Account): AccountJudgement | undefined {
  const addresses = listIn(settingsIn(facts).token_bound_cidrs);
  if (addresses.length === 0) return undefined;
  return {
    status: 'unknown',
    code: 'tenant-role-bound',
    detail: `Not known: the ${roleName} in the Vault lets in from ${addresses.join(', ')} alone, and from which addresses the pods of Ceph CSI come is not seen here.`,
    remedy:
      'see that all of these are among token_bound_cidrs of the role, or empty it',
  };
}

/** What another role gives is not known here. */
function isOfSetUp(account: Account): AccountJudgement | undefined {
  const { facts, place, name, roleName } = account;
  const { setUp } = facts;
  if (!setUp) return undefined;
  if (place.mount === setUp.authMount && place.role === setUp.role) {
    return undefined;
  }
  return {
    status: 'unknown',
    code: 'tenant-role-other',
    detail: `Not known: the ServiceAccount "${name}" logs in to the ${roleName}, and what that gives is not checked here.`,
    remedy: `see whether it is meant, or set vaultRole and vaultAuthPath right${instead(account)}`,
  };
}

function givesPolicy({
  facts,
  roleName,
}: Account): AccountJudgement | undefined {
  const policy = facts.setUp?.policy ?? '';
  if (listIn(settingsIn(facts).token_policies).includes(policy)) {
    return undefined;
  }
  return {
    status: 'unknown',
    code: 'tenant-role-other',
    detail: `Not known: the ${roleName} in the Vault does not give the policy "${policy}" that was set up for tenants, so whether it opens their keys is not known.`,
    remedy: 'see the drift of the set-up',
  };
}

function instead({ facts: { setUp } }: Account): string {
  return setUp
    ? ` (set up is role "${setUp.role}" of auth/${setUp.authMount})`
    : '';
}

function settingsIn({ role }: AccountFacts): RoleSettings {
  return (role.status === 'observed' && role.value) || {};
}

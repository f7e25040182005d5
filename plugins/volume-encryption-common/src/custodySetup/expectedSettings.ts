import { plainCidr } from './plainCidr';
import type { SetupPlace } from './SetupPlace';
import {
  is,
  isList,
  textsOf,
  type ExpectedSetting,
} from './settingDifferences';
import {
  accountRole,
  aliasesOf,
  LOGIN_SECONDS,
  NAMESPACE_SELECTOR,
  tokenRole,
} from './setupRoles';

const NO_DEFAULT = 'tenants get the policy "default" too';

/** Of the role of Kubernetes auth. */
export function accountRoleSettings(place: SetupPlace): ExpectedSetting[] {
  const role = accountRole(place);
  return [
    isList(
      'bound_service_account_names',
      role.bound_service_account_names,
      it =>
        textsOf(it).includes('*')
          ? 'every ServiceAccount of a namespace reaches its keys'
          : undefined,
    ),
    isList('bound_service_account_namespaces', [], it =>
      textsOf(it).includes('*')
        ? 'every namespace may log in, not only those of tenants'
        : undefined,
    ),
    {
      name: 'bound_service_account_namespace_selector',
      expected: NAMESPACE_SELECTOR,
      fits: it => isSameJson(it, NAMESPACE_SELECTOR),
    },
    isList('token_policies', role.token_policies, it =>
      more(it, role.token_policies),
    ),
    is('token_no_default_policy', true, NO_DEFAULT),
    is('token_type', 'batch', 'each login of Ceph CSI leaves a token behind'),
    is('token_ttl', LOGIN_SECONDS),
    is('token_max_ttl', 0, 'logins end, whatever token_ttl says'),
    is('token_num_uses', 0, 'logins are used up'),
    is('token_period', 0),
    is('token_explicit_max_ttl', 0, 'logins end, whatever token_ttl says'),
    isList(
      'token_bound_cidrs',
      [],
      () => 'logins from elsewhere are of no use',
    ),
    {
      name: 'alias_name_source',
      expected: role.alias_name_source,
      fits: it => (it ?? role.alias_name_source) === role.alias_name_source,
      danger: () => 'an account made anew under a name is taken for the former',
    },
    audience(place),
  ];
}

/** Of the token role, which is one for all clusters. */
export function tokenRoleSettings(place: SetupPlace): ExpectedSetting[] {
  const role = tokenRole(place);
  const policies = role.allowed_policies;
  return [
    isList('allowed_policies', policies, it => more(it, policies)),
    isList('allowed_policies_glob', [], it => more(it, [])),
    isList('disallowed_policies', role.disallowed_policies, () => NO_DEFAULT),
    aliases(place),
    is('orphan', true, "tenants' tokens end with the portal's"),
    is('renewable', true, 'tokens end with their first period'),
    is('token_period', role.token_period),
    is('token_explicit_max_ttl', 0, 'tokens end, whatever is renewed'),
    is('token_num_uses', 0, 'tokens are used up'),
    is('token_no_default_policy', true, NO_DEFAULT),
    is('token_type', 'service', 'only service tokens can be renewed'),
    is('path_suffix', '', 'the portal does not know such tokens as its own'),
    cidrs(role.token_bound_cidrs),
  ];
}

/**
 * Ceph CSI asks for a token of the API server's own audience, which cannot be
 * read: another one here shuts every tenant out.
 */
function audience({ names, cluster }: SetupPlace): ExpectedSetting {
  const wanted = names.ofCluster(cluster).audience;
  return {
    name: 'audience',
    expected: wanted ?? "the API server's own, or none",
    fits: it => {
      if (wanted !== undefined) return it === wanted;
      return it === undefined || it === '' ? true : undefined;
    },
    settledBy: `Configure "audience" of cluster ${cluster} under "custody.clusters" of this KMS: the API server's own.`,
  };
}

/** Those of the cluster, and beside them only those of other known clusters. */
function aliases({ cluster, clusters }: SetupPlace): ExpectedSetting {
  const known = new Set(clusters.map(aliasesOf));
  return {
    name: 'allowed_entity_aliases',
    expected: aliasesOf(cluster),
    fits: it => {
      const found = textsOf(it);
      return (
        found.includes(aliasesOf(cluster)) && found.every(one => known.has(one))
      );
    },
    danger: it => {
      const strange = textsOf(it).filter(one => !known.has(one));
      return strange.length > 0
        ? `it admits ids of no cluster of the portal: ${strange.join(', ')}`
        : 'no token can be made for tenants of this cluster';
    },
  };
}

function cidrs(expected: readonly string[]): ExpectedSetting {
  const list = isList('token_bound_cidrs', expected.map(plainCidr), () =>
    expected.length > 0 ? 'tokens may be used from elsewhere' : undefined,
  );
  return { ...list, fits: it => list.fits(textsOf(it).map(plainCidr)) };
}

function more(value: unknown, wanted: readonly string[]): string | undefined {
  const others = textsOf(value).filter(it => !wanted.includes(it));
  return others.length > 0
    ? `it gives tenants more: ${others.join(', ')}`
    : undefined;
}

function isSameJson(value: unknown, wanted: string): boolean {
  try {
    return JSON.stringify(JSON.parse(String(value))) === wanted;
  } catch {
    return false;
  }
}

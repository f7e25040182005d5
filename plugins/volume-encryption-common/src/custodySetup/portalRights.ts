import type { PolicyRule } from '../vaultPolicy/policyRule';
import type { SetupPlace } from './SetupPlace';

/**
 * One right of a credential of the portal in the KMS: a line of its policy, and
 * what for.
 *
 * @public
 */
export interface PortalRight extends PolicyRule {
  why: string;
  /** Needed only where tenants have tokens (KMS type `vaulttokens`). */
  forTokens?: boolean;
}

type Restrictions = PolicyRule['restrictions'];

/**
 * All that the portal has to be allowed, and no more, in the order of its
 * policy. The policy is rendered from it, and what the KMS says of the portal's
 * token is held against it.
 *
 * @public
 */
export function portalRights(
  place: Pick<SetupPlace, 'names' | 'clusters'>,
): PortalRight[] {
  const { mountPrefix } = place.names;
  return [
    ...rightsOnItself(),
    ...rightsOnHealth(),
    ...rightsOnMounts(mountPrefix),
    ...rightsOnKeys(mountPrefix),
    ...rightsOnSetup(place),
    ...rightsOnTokens(place.names),
  ];
}

/** One line of a policy; what else is given beside `why` restricts it. */
export function right(
  path: string,
  capabilities: readonly string[],
  its: { why: string; forTokens?: boolean } & Restrictions,
): PortalRight {
  const { why, forTokens, ...restrictions } = its;
  const tokens = forTokens ? { forTokens } : {};
  return { path, capabilities, restrictions, why, ...tokens };
}

function rightsOnItself(): PortalRight[] {
  const why = 'its own token: look at it, keep it alive, give it up';
  return [
    right('auth/token/lookup-self', ['read'], { why }),
    right('auth/token/renew-self', ['update'], { why }),
    right('auth/token/revoke-self', ['update'], { why }),
    right('sys/capabilities-self', ['update'], {
      why: 'check that it may do this and nothing else',
    }),
  ];
}

function rightsOnHealth(): PortalRight[] {
  const why = 'whether Vault is well; health and seal state need no token';
  return [
    'sys/ha-status',
    'sys/storage/raft/configuration',
    'sys/storage/raft/autopilot/state',
  ].map(path => right(path, ['read'], { why }));
}

/**
 * No `required_parameters`: Vault would require them of "read" too. Without
 * "config" among the allowed ones no mount can print keys into the audit log.
 */
function rightsOnMounts(prefix: string): PortalRight[] {
  const no = 'deny: it could print keys into the audit log, or move them';
  return [
    right('sys/mounts', ['read'], { why: 'which mounts there are' }),
    right(`sys/mounts/${prefix}/+`, ['create', 'update', 'read'], {
      why: 'one KV mount per tenant: create it and look at it',
      allowed_parameters: { type: ['kv'], options: [], description: [] },
    }),
    right(`sys/mounts/${prefix}/+/tune`, ['deny'], { why: no }),
    right('sys/remount', ['deny'], { why: no }),
  ];
}

function rightsOnKeys(prefix: string): PortalRight[] {
  const why =
    'which keys there are, since when and by whom; never their values';
  const kept = ['data', 'subkeys', 'delete', 'undelete', 'destroy'];
  return [
    right(`${prefix}/+/metadata/`, ['list'], { why }),
    right(`${prefix}/+/metadata/*`, ['list', 'read'], { why }),
    right(`${prefix}/+/config`, ['read'], { why }),
    ...kept.map(it =>
      right(`${prefix}/+/${it}/*`, ['deny'], {
        why: 'deny: no key is read, written or lost by the portal',
      }),
    ),
  ];
}

function rightsOnSetup({
  names,
  clusters,
}: Pick<SetupPlace, 'names' | 'clusters'>): PortalRight[] {
  const ofClusters = clusters.map(it => names.ofCluster(it));
  const paths = [
    'sys/auth',
    ...ofClusters.map(({ policy }) => `sys/policies/acl/${policy}`),
    `sys/policies/acl/${names.tokenPolicy}`,
    `auth/token/roles/${names.tokenRole}`,
    ...ofClusters.flatMap(({ authMount, role }) => [
      `auth/${authMount}/role/${role}`,
      `auth/${authMount}/config`,
    ]),
  ];
  const why =
    'whether somebody has changed the set-up of tenants; read only, for who can write it can give himself the keys';
  return [...new Set(paths)].map(path => right(path, ['read'], { why }));
}

function rightsOnTokens({
  tokenRole: role,
  tokenWrapTtl,
}: SetupPlace['names']): PortalRight[] {
  const forTokens = true;
  const byAccessor = [
    'auth/token/lookup-accessor',
    'sys/capabilities-accessor',
    'auth/token/renew-accessor',
    'auth/token/revoke-accessor',
  ];
  const parameters = { entity_alias: [], display_name: [], meta: [] };
  return [
    right(`auth/token/create/${role}`, ['create', 'update'], {
      why: "mint a tenant's token",
      forTokens,
      required_parameters: ['entity_alias'],
      allowed_parameters: parameters,
      ...wrapping(tokenWrapTtl),
    }),
    ...byAccessor.map(path =>
      right(path, ['update'], {
        why: "look after a tenant's token by its accessor",
        forTokens,
      }),
    ),
  ];
}

/** With both bounds Vault refuses to show the token to the portal. */
function wrapping(seconds: number | undefined): Restrictions {
  if (seconds === undefined) return {};
  return { min_wrapping_ttl: '1s', max_wrapping_ttl: `${seconds}s` };
}

import { custodianRights } from '../custodySetup/custodianRights';
import { portalRights, type PortalRight } from '../custodySetup/portalRights';
import type { SetupPlace } from '../custodySetup/SetupPlace';
import { tenantMountPath } from '../tenant/tenant';
import { capabilitiesBy } from '../vaultPolicy/capabilitiesAt';

/**
 * A path about which the KMS is asked, and what it has to answer.
 *
 * @public
 */
export interface IdentityProbe {
  path: string;
  /** `deny` alone for nothing. */
  expected: string[];
  /** The right it is an example of; absent for what must be denied. */
  right?: PortalRight;
}

/** Ways to the keys, and to rights that lead there. */
const FORBIDDEN = [
  ...['sys/policies/acl/anything', 'sys/policy/anything', 'sys/raw/core'],
  ...[
    'auth/token/create',
    'auth/token/create-orphan',
    'auth/token/create/other',
  ],
  ...['auth/token/roles/other', 'auth/token/accessors/', 'auth/token/revoke'],
  ...['sys/auth/other', 'sys/auth/other/tune', 'sys/mounts/other'],
  ...['identity/entity', 'identity/entity/id/x', 'identity/entity-alias'],
  ...['identity/group', 'identity/lookup/entity', 'sys/remount'],
  ...['sys/audit', 'sys/audit/other', 'sys/config/auditing/request-headers/x'],
  ...['sys/storage/raft/snapshot', 'sys/storage/raft/snapshot-force'],
  ...['sys/seal', 'sys/step-down', 'sys/rotate', 'sys/leases/lookup/x'],
  ...['sys/plugins/catalog/auth/x', 'sys/namespaces/x', 'sys/wrapping/wrap'],
  'secret/data/probe',
];

/**
 * The paths to ask about: an example for each right of the portal, the ways to
 * more that must be closed, and the keys of tenants that there are.
 * @param tenants - ids of tenants of the KMS
 *
 * @public
 */
export function identityProbes(
  place: SetupPlace,
  tenants: readonly string[],
): IdentityProbe[] {
  const closed = closedPaths(place, tenants);
  return probesOf(portalRights(place), closed, place);
}

/**
 * The same for the credential that destroys keys. It is asked also about what
 * the portal itself is allowed, since it may none of that: the two are apart.
 * @param tenants - ids of tenants of the KMS
 *
 * @public
 */
export function custodianProbes(
  place: SetupPlace,
  tenants: readonly string[],
): IdentityProbe[] {
  const ofPortal = portalRights(place).map(it => exampleOf(it, place));
  const closed = [...closedPaths(place, tenants), ...ofPortal];
  const probes = probesOf(custodianRights(place), closed, place);
  // What is only another example of a line says nothing more.
  return probes.filter(it => it.right || it.expected.includes('deny'));
}

function closedPaths(place: SetupPlace, tenants: readonly string[]): string[] {
  const { mountPrefix } = place.names;
  const mounts = tenants.map(it => tenantMountPath(mountPrefix, it));
  return [
    ...FORBIDDEN,
    ...forbiddenOfSetup(place),
    ...mounts.map(mount => `${mount}/data/probe`),
  ];
}

function probesOf(
  rights: readonly PortalRight[],
  closed: readonly string[],
  place: SetupPlace,
): IdentityProbe[] {
  const examples = new Map(
    rights.map(right => [exampleOf(right, place), right]),
  );
  const paths = new Set([...examples.keys(), ...closed]);
  const expectedAt = capabilitiesBy(rights);
  return [...paths].map(path => ({
    path,
    expected: expectedAt(path),
    right: examples.get(path),
  }));
}

/** A path that the right is for; of a tenant that need not exist. */
function exampleOf({ path }: PortalRight, { cluster }: SetupPlace): string {
  const tenant = `${cluster}.probe`;
  const segments = path.split('/').map(it => (it === '+' ? tenant : it));
  return segments.join('/').replace(/\*$/, 'probe');
}

function forbiddenOfSetup({ names, clusters }: SetupPlace): string[] {
  const { portalPolicy, mountPrefix } = names;
  const mounts = clusters.map(it => names.ofCluster(it).authMount);
  return [
    `sys/policies/acl/${portalPolicy}`,
    `sys/mounts/${mountPrefix}`,
    ...mounts.flatMap(it => [`auth/${it}/role/other`, `sys/auth/${it}`]),
    ...mounts.map(it => `sys/auth/${it}/tune`),
  ];
}

import { tenantMountPath } from '../tenant/tenant';

/** Below it are keys, their history, and what ends or brings back versions. */
const OF_A_KEY = [
  'data',
  'metadata',
  'subkeys',
  'delete',
  'undelete',
  'destroy',
];

/**
 * Where a tenant keeps its keys, and what opens, ends or moves them (KV version
 * 2): what another must not reach. The first is the key itself.
 * @param key - name of a key that it has, where one is known: a rule may be for
 *   that key alone
 *
 * @public
 */
export function tenantPaths(
  prefix: string,
  tenantId: string,
  key = 'probe',
): string[] {
  const mount = tenantMountPath(prefix, tenantId);
  return [
    ...OF_A_KEY.map(it => `${mount}/${it}/${key}`),
    `${mount}/metadata/`,
    `${mount}/config`,
    `sys/mounts/${mount}`,
  ];
}

import { textsAt, valueAt, vaultApi, type Testbed } from 'testbed';
import { clusterName } from './testbedPortal';

/** Where a tenant's keys are. */
export function mountOf(namespace: string): string {
  return `csi/${clusterName}.${namespace}`;
}

/** The mounts of all tenants, such as `csi/testbed.payments`. */
export async function tenantMounts({
  vaultAddr,
  rootToken,
}: Testbed): Promise<string[]> {
  const { body } = await vaultApi(vaultAddr, rootToken).demand({
    method: 'GET',
    path: '/v1/sys/mounts',
  });
  return Object.keys(Object(valueAt(body, ['data'])))
    .filter(path => path.startsWith('csi/'))
    .map(path => path.replace(/\/$/, ''));
}

/** The names of the keys in a mount, as root sees them; none without a mount. */
export async function keysIn(
  { vaultAddr, rootToken }: Testbed,
  mount: string,
): Promise<string[]> {
  const { status, body } = await vaultApi(vaultAddr, rootToken).send({
    method: 'GET',
    path: `/v1/${mount}/metadata?list=true`,
  });
  return status === 404 ? [] : textsAt(body, 'data', 'keys');
}

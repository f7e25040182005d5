import {
  kubernetesAdministrator,
  vaultCaller,
} from '../../../operations/__testUtils__/administrator';
import { at, textOf } from '../../../operations/__testUtils__/json';
import { clusterName } from '../../../operations/__testUtils__/OperationsUnderTest';
import { itemsOf } from './itemsOf';
import type { Tenant } from './Tenant';

/**
 * Keeps a key as Ceph CSI does with the tenant's credential, which throws where
 * that is of no use; the keys of the tenant then, undefined without one.
 */
export async function keepKey(tenant: Tenant) {
  const token = (await deliveredToken(tenant)) ?? (await login(tenant));
  if (token === undefined) return undefined;
  const { namespace, under } = tenant;
  const path = `/v1/csi/${clusterName}.${namespace}`;
  await vaultCaller(under, token)('POST', `${path}/data/key`, {
    data: { passphrase: 'of a test' },
  });
  const keys = await vaultCaller(under)('GET', `${path}/metadata?list=true`);
  return at(keys, 'data', 'keys');
}

async function deliveredToken(tenant: Tenant): Promise<string | undefined> {
  const secret = await find(tenant, 'secrets', 'ceph-csi-kms-token');
  if (!secret) return undefined;
  const encoded = textOf(at(secret, 'data', 'token'));
  return Buffer.from(encoded, 'base64').toString();
}

async function login(tenant: Tenant): Promise<string | undefined> {
  const { namespace, under } = tenant;
  const name = 'ceph-csi-vault-sa';
  if (!(await find(tenant, 'serviceaccounts', name))) return undefined;
  const request = await kubernetesAdministrator(under)(
    'POST',
    `/api/v1/namespaces/${namespace}/serviceaccounts/${name}/token`,
    {
      apiVersion: 'authentication.k8s.io/v1',
      kind: 'TokenRequest',
      spec: {},
    },
  );
  const answer = await vaultCaller(under)('POST', '/v1/auth/kubernetes/login', {
    role: 'csi-tenant',
    jwt: textOf(at(request, 'status', 'token')),
  });
  return textOf(at(answer, 'auth', 'client_token'));
}

async function find({ namespace, under }: Tenant, kind: string, name: string) {
  const path = `/api/v1/namespaces/${namespace}/${kind}`;
  const list = await kubernetesAdministrator(under)('GET', path);
  return itemsOf(at(list, 'items')).find(
    it => at(it, 'metadata', 'name') === name,
  );
}

import { kubernetesApi, textAt, vaultApi, type Testbed } from 'testbed';
import type { TenantLife } from './tenantLives';

const custodyObjects = {
  vaulttenantsa: 'serviceaccounts/ceph-csi-vault-sa',
  vaulttokens: 'secrets/ceph-csi-kms-token',
};

type Custody = TenantLife['custody'];

/** The object that Ceph CSI looks for in a tenant's namespace, as it is there. */
export function credentialObject(
  { kubernetes }: Testbed,
  namespace: string,
  custody: Custody,
) {
  const path = `/api/v1/namespaces/${namespace}/${custodyObjects[custody]}`;
  return kubernetesApi(kubernetes).send({ method: 'GET', path });
}

/** The token that Ceph CSI takes for a tenant, as the administrator reads it. */
export async function tenantToken(
  testbed: Testbed,
  namespace: string,
): Promise<string> {
  const { body } = await credentialObject(testbed, namespace, 'vaulttokens');
  return Buffer.from(textAt(body, 'data', 'token'), 'base64').toString();
}

/** The accessor of a token, asked as root. */
export async function accessorOf(
  { vaultAddr, rootToken }: Testbed,
  token: string,
): Promise<string> {
  const { body } = await vaultApi(vaultAddr, rootToken).demand({
    method: 'POST',
    path: '/v1/auth/token/lookup',
    body: { token },
  });
  return textAt(body, 'data', 'accessor');
}

/** Whether Vault, asked as root, still has the token of an accessor. */
export async function isKnown(
  { vaultAddr, rootToken }: Testbed,
  accessor: string,
): Promise<boolean> {
  const { status } = await vaultApi(vaultAddr, rootToken).send({
    method: 'POST',
    path: '/v1/auth/token/lookup-accessor',
    body: { accessor },
  });
  return status === 200;
}

/**
 * What a rotation must change: the accessor of the token, or the uid of the
 * ServiceAccount.
 */
export async function credentialIdentity(
  testbed: Testbed,
  namespace: string,
  custody: Custody,
): Promise<string> {
  if (custody === 'vaulttokens') {
    return accessorOf(testbed, await tenantToken(testbed, namespace));
  }
  const { body } = await credentialObject(testbed, namespace, custody);
  return textAt(body, 'metadata', 'uid');
}

/** Whether what `credentialIdentity` answered before still gives access. */
export async function isInForce(
  testbed: Testbed,
  identity: string,
  { custody, namespace }: Pick<TenantLife, 'custody' | 'namespace'>,
): Promise<boolean> {
  if (custody === 'vaulttokens') return isKnown(testbed, identity);
  return (await credentialIdentity(testbed, namespace, custody)) === identity;
}

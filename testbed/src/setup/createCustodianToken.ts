import { textAt } from '../access/fields';
import { vaultApi, type ServerAccess } from '../access/ServerAccess';
import { readPolicy } from './deployFiles';
import { writePolicy } from './writePolicy';

const POLICY = 'csi-custodian';

/**
 * A token with exactly the rights of `deploy/vault/csi-custodian.hcl`: it can
 * destroy keys and remove mounts, and cannot read a key. Valid for an hour.
 */
export async function createCustodianToken(
  servers: Pick<ServerAccess, 'vaultAddr' | 'rootToken'>,
): Promise<string> {
  const vault = vaultApi(servers.vaultAddr, servers.rootToken);
  await writePolicy(vault, POLICY, readPolicy('csi-custodian.hcl'));
  const { body } = await vault.demand({
    method: 'POST',
    path: '/v1/auth/token/create-orphan',
    body: { policies: [POLICY], no_default_policy: true, ttl: '1h' },
  });
  return textAt(body, 'auth', 'client_token');
}

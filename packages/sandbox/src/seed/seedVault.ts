import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Send } from '../wire/connect';
import { at, Json, JsonObject, textOf } from '../wire/json';
import setup from './vault-setup.json';

export interface VaultSeed {
  /** Name of the cluster: the first part of every tenant's mount. */
  cluster: string;
  /** The API server that Vault asks about ServiceAccounts, and Vault's own token for it. */
  kubernetes: { url: string; ca?: string; reviewerToken: string };
}

const portal = 'volume-encryption-portal';
const policy = readFileSync(join(__dirname, 'portal-policy.hcl'), 'utf8');
const portalToken = {
  policies: [portal],
  no_default_policy: true,
  no_parent: true,
  period: '24h',
  display_name: portal,
};

/**
 * Sets Vault up as an admin does once: mounts, policies, Kubernetes auth, roles. What is
 * mounted already stays. Throws Error with what Vault refused.
 *
 * @param vault - calls Vault with a token that may do all this
 * @returns the portal's own periodic token
 */
export async function seedVault(vault: Send, seed: VaultSeed) {
  const { cluster, kubernetes } = seed;
  const write = async (path: string, body: Json) => {
    const answer = await vault('POST', `/v1/${path}`, body);
    const said = JSON.stringify(answer.body);
    const fine = answer.status < 300 || said.includes('already in use');
    if (!fine) throw new Error(`Vault refused ${path}: ${said}`);
    return answer.body;
  };
  await write('sys/auth/kubernetes', { type: 'kubernetes' });
  const { body } = await vault('GET', '/v1/sys/auth');
  const accessor = (of: string) => textOf(at(body, 'data', of, 'accessor'));
  const values: Record<string, string> = {
    cluster,
    kubernetes: kubernetes.url,
    reviewer: kubernetes.reviewerToken,
    ca: kubernetes.ca ?? '',
    kubernetesAccessor: accessor('kubernetes/'),
    tokenAccessor: accessor('token/'),
  };
  const fill = (_: string, name: string) =>
    JSON.stringify(values[name]).slice(1, -1);
  const text = JSON.stringify(setup).replace(/\$\{(\w+)\}/g, fill);
  const writes: [string, JsonObject][] = JSON.parse(text);
  for (const [path, document] of writes) await write(path, document);
  await write(`sys/policies/acl/${portal}`, { policy });
  const issued = await write('auth/token/create', portalToken);
  return textOf(at(issued, 'auth', 'client_token'));
}

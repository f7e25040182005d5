import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Send } from '../wire/connect';
import { at, fill, Json, listOf, textOf } from '../wire/json';
import setup from './vault-setup.json';

export interface VaultSeed {
  /** Name of the cluster: the first part of every tenant's mount. */
  cluster: string;
  /** The API server that Vault asks about ServiceAccounts, and Vault's own token for it. */
  kubernetes: { url: string; ca?: string; reviewerToken: string };
}

const portalPolicy = readFileSync(join(__dirname, 'portal-policy.hcl'), 'utf8');

/**
 * Sets Vault up as an admin does once: mounts, policies, Kubernetes auth, roles. What is
 * mounted already stays. Throws Error with what Vault refused.
 *
 * @param vault - calls Vault with a token that may do all this
 * @returns the portal's own periodic token
 */
export async function seedVault(vault: Send, seed: VaultSeed): Promise<string> {
  const { url, ca = '', reviewerToken: reviewer } = seed.kubernetes;
  const write = async (path: string, document: Json) => {
    const { status, body } = await vault('POST', `/v1/${path}`, document);
    const said = JSON.stringify(body);
    const fine = status < 300 || said.includes('already in use');
    if (!fine) throw new Error(`Vault refused ${path}: ${said}`);
    return textOf(at(body, 'auth', 'client_token'));
  };
  await write('sys/auth/kubernetes', { type: 'kubernetes' });
  const { body } = await vault('GET', '/v1/sys/auth');
  const accessor = (of: string) => textOf(at(body, 'data', of, 'accessor'));
  const documents = fill(setup, {
    ...{ cluster: seed.cluster, kubernetes: url, reviewer, ca, portalPolicy },
    kubernetesAccessor: accessor('kubernetes/'),
    tokenAccessor: accessor('token/'),
  });
  let portalToken = '';
  for (const entry of listOf(documents)) {
    const [path, document] = listOf(entry);
    portalToken = await write(textOf(path), document);
  }
  return portalToken;
}

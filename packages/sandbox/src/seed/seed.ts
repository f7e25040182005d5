import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Send } from '../wire/connect';
import { at, fill, Json, JsonObject } from '../wire/json';
import { listOf, objectOf, textOf } from '../wire/json';
import examples from './examples.json';
import setup from './vault-setup.json';

// The policy that real Vaults get; this package is always run from its source.
// eslint-disable-next-line no-restricted-syntax
const deploy = join(__dirname, '../../../../deploy/vault');
const policyIn = (file: string) => readFileSync(join(deploy, file), 'utf8');
const portalPolicy = policyIn('portal-policy.hcl');
const custodianPolicy = policyIn('csi-custodian.hcl');

/** Creates the examples as an admin; what is there already stays. Throws what is refused. */
export async function seedKubernetes(
  kubernetes: Send,
  names: { cluster: string; vaultAddress: string },
): Promise<void> {
  for (const object of listOf(fill(examples, names))) {
    await create(kubernetes, objectOf(object));
  }
}

async function create(kubernetes: Send, { status, ...object }: JsonObject) {
  const { name, namespace } = objectOf(object.metadata);
  const version = textOf(object.apiVersion);
  const root = version === 'v1' ? '/api/v1' : `/apis/${version}`;
  const scope = namespace ? `/namespaces/${namespace}` : '';
  const plural = `${object.kind}s`.toLowerCase().replace('classs', 'classes');
  const path = `${root}${scope}/${plural}`;
  const answer = await kubernetes('POST', path, object);
  const message = textOf(at(answer.body, 'message'));
  if (message.includes('looking up service account')) {
    // A new namespace has no default ServiceAccount for a moment.
    await new Promise(resolve => setTimeout(resolve, 250));
    await create(kubernetes, { status, ...object });
  } else if (answer.status > 201 && answer.status !== 409) {
    throw new Error(`the API server refused an example: ${message}`);
  } else if (status) {
    const merge = 'application/merge-patch+json';
    await kubernetes('PATCH', `${path}/${name}/status`, { status }, merge);
  }
}

/** The cluster's name, its API server and the token with which Vault asks that one. */
export interface VaultSeed {
  cluster: string;
  kubernetes: { url: string; ca?: string; reviewerToken: string };
}

/**
 * Sets Vault up as an admin does once: mounts, policies, Kubernetes auth, roles. What is
 * mounted already stays. Returns the portal's tokens, throws what is refused.
 */
export async function seedVault(vault: Send, seed: VaultSeed) {
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
    ...{ cluster: seed.cluster, kubernetes: url, reviewer, ca },
    ...{ portalPolicy, custodianPolicy },
    kubernetesAccessor: accessor('kubernetes/'),
    tokenAccessor: accessor('token/'),
  });
  const tokens: string[] = [];
  for (const [path, document] of listOf(documents).map(listOf)) {
    tokens.push(await write(textOf(path), document));
  }
  const [custodianToken, portalToken] = tokens.filter(Boolean);
  return { custodianToken, portalToken };
}

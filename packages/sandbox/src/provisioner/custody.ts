import { Answer, connect, Send } from '../wire/connect';
import { at, Json, textOf } from '../wire/json';
import { saidBy, saidByVault, unanswered } from './failure';
import { KmsOptions } from './kmsConnection';

/** A tenant's way to his keys: his own credential on his own part of Vault. */
export interface Custody {
  options: KmsOptions;
  token: string;
}

/**
 * Takes the tenant's credential: his token Secret, or a login of his ServiceAccount.
 *
 * @throws Error with Ceph CSI's text
 */
export async function enterCustody(
  kubernetes: Send,
  tenant: string,
  options: KmsOptions,
): Promise<Custody> {
  const bySecret = options.encryptionKMSType === 'vaulttokens';
  const take = bySecret ? tokenFromSecret : tokenFromLogin;
  return { options, token: await take(kubernetes, tenant, options) };
}

async function tokenFromSecret(
  kubernetes: Send,
  tenant: string,
  { tenantTokenName = 'ceph-csi-kms-token' }: KmsOptions,
): Promise<string> {
  const path = `/api/v1/namespaces/${tenant}/secrets/${tenantTokenName}`;
  const answer = await kubernetes('GET', path);
  const failed = `failed fetching token from ${tenant}/${tenantTokenName}`;
  if (answer.status !== 200) throw new Error(`${failed}: ${saidBy(answer)}`);
  const encoded = at(answer.body, 'data', 'token');
  if (!encoded) throw new Error(`${failed}: failed to parse token`);
  return Buffer.from(textOf(encoded), 'base64').toString();
}

async function tokenFromLogin(
  kubernetes: Send,
  tenant: string,
  options: KmsOptions,
): Promise<string> {
  const name = `${tenant}/${options.tenantSAName || 'ceph-csi-vault-sa'}`;
  const path = `/api/v1/namespaces/${name.replace('/', '/serviceaccounts/')}`;
  const failed = `failed setting up token for ${name}: failed to`;
  const account = await kubernetes('GET', path);
  if (account.status !== 200) {
    throw new Error(`${failed} get ServiceAccount ${name}: ${saidBy(account)}`);
  }
  const [kind, apiVersion] = ['TokenRequest', 'authentication.k8s.io/v1'];
  const request = { kind, apiVersion, spec: {} };
  const issued = await kubernetes('POST', `${path}/token`, request);
  if (issued.status !== 201) {
    const what = `find/create ServiceAccount token ${name}`;
    throw new Error(`${failed} ${what}: ${saidBy(issued)}`);
  }
  const { vaultAuthPath = 'kubernetes', vaultRole = 'csi-kubernetes' } =
    options;
  const mount = vaultAuthPath.replace(/^.*auth\/(.+)\/login$/, '$1');
  const jwt = at(issued.body, 'status', 'token');
  const outside = { options, token: '' };
  const { body } = await callVault(outside, {
    method: 'PUT',
    path: `auth/${mount}/login`,
    body: { role: vaultRole, jwt },
    failed:
      'failed connecting to Vault: failed to get the authentication token: unable to log in with Kubernetes auth: ',
  });
  return textOf(at(body, 'auth', 'client_token'));
}

/** Writes the passphrase of a volume where Ceph CSI would, with its double `data`. */
export async function storePassphrase(
  custody: Custody,
  handle: string,
  passphrase: string,
) {
  const { backend, isV2 } = await backendOf(custody);
  const body = { data: { data: { passphrase } } };
  const path = isV2 ? `${backend}/data/${handle}` : `${backend}/${handle}`;
  const place = `backendPath=${backend}, backendV2=${isV2}, namespace=, secretID=${handle}: `;
  const failed = `failed to save the passphrase for ${handle}: saving passphrase at ${handle} request to vault failed: failed to put secret: ${place}`;
  await callVault(custody, { method: 'PUT', path, body, failed });
}

/** Removes the passphrase: all its versions, unless `vaultDestroyKeys` says otherwise. */
export async function deletePassphrase(custody: Custody, handle: string) {
  const { backend, isV2 } = await backendOf(custody);
  const { vaultDestroyKeys = 'true' } = custody.options;
  const area = vaultDestroyKeys === 'true' ? 'metadata' : 'data';
  const path = isV2 ? `${backend}/${area}/${handle}` : `${backend}/${handle}`;
  await callVault(custody, { method: 'DELETE', path, failed: '' });
}

/** The mount and its KV version; only `kv` and `kv-v2` spare the look into `sys/mounts`. */
async function backendOf(custody: Custody) {
  const { vaultBackend = '', vaultBackendPath } = custody.options;
  const backend = (vaultBackendPath || 'secret/').replace(/^\/|\/$/g, '');
  const isV2 = vaultBackend === 'kv-v2';
  if (isV2 || vaultBackend === 'kv') return { backend, isV2 };
  const read = { method: 'GET', path: 'sys/mounts', failed: '' };
  const { body } = await callVault(custody, read);
  const mount = at(body, 'data', `${backend}/`);
  const text = `Secrets engine with mount path '${backend}' not found`;
  if (!mount) throw new Error(text);
  return { backend, isV2: at(mount, 'options', 'version') === '2' };
}

async function callVault(
  { options, token }: Custody,
  call: { method: string; path: string; body?: Json; failed: string },
): Promise<Answer> {
  const { method, body, failed } = call;
  const url = `${options.vaultAddress}/v1/${call.path}`;
  const headers = token ? { 'x-vault-token': token } : undefined;
  const vault = connect({ url, headers });
  const answer = await vault(method, '', body).catch(error => {
    throw new Error(failed + unanswered(method, url, error));
  });
  if (answer.status < 300) return answer;
  throw new Error(failed + saidByVault(method, url, answer));
}

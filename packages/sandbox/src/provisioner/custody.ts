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
  const token = bySecret
    ? await tokenFromSecret(kubernetes, tenant, options)
    : await tokenFromLogin(kubernetes, tenant, options);
  return { options, token };
}

async function tokenFromSecret(
  kubernetes: Send,
  tenant: string,
  { tenantTokenName: name = 'ceph-csi-kms-token' }: KmsOptions,
): Promise<string> {
  const path = `/api/v1/namespaces/${tenant}/secrets/${name}`;
  const answer = await kubernetes('GET', path);
  const failed = (why: string) =>
    new Error(`failed fetching token from ${tenant}/${name}: ${why}`);
  if (answer.status !== 200) throw failed(saidBy(answer));
  const encoded = at(answer.body, 'data', 'token');
  if (encoded === undefined) throw failed('failed to parse token');
  return Buffer.from(textOf(encoded), 'base64').toString();
}

async function tokenFromLogin(
  kubernetes: Send,
  tenant: string,
  options: KmsOptions,
): Promise<string> {
  const name = options.tenantSAName || 'ceph-csi-vault-sa';
  const path = `/api/v1/namespaces/${tenant}/serviceaccounts/${name}`;
  const failed = (why: string, answer: Answer) =>
    new Error(
      `failed setting up token for ${tenant}/${name}: failed to ${why} ${tenant}/${name}: ${saidBy(answer)}`,
    );
  const account = await kubernetes('GET', path);
  if (account.status !== 200) throw failed('get ServiceAccount', account);
  const asked = {
    apiVersion: 'authentication.k8s.io/v1',
    kind: 'TokenRequest',
  };
  const issued = await kubernetes('POST', `${path}/token`, {
    ...asked,
    spec: {},
  });
  if (issued.status !== 201) {
    throw failed('find/create ServiceAccount token', issued);
  }
  const given = options.vaultAuthPath ?? 'kubernetes';
  const mount = given.match(/auth\/(.+)\/login/)?.[1] ?? given;
  const role = options.vaultRole ?? 'csi-kubernetes';
  const jwt = at(issued.body, 'status', 'token');
  const failedLogin =
    'failed connecting to Vault: failed to get the authentication token: unable to log in with Kubernetes auth: ';
  const login = {
    method: 'PUT',
    path: `auth/${mount}/login`,
    body: { role, jwt },
  };
  const answer = await callVault({ options, token: '' }, login, failedLogin);
  return textOf(at(answer.body, 'auth', 'client_token'));
}

/** Writes the passphrase of a volume where Ceph CSI would, with its double `data`. */
export async function storePassphrase(
  custody: Custody,
  handle: string,
  passphrase: string,
) {
  const { backend, isV2 } = await backendOf(custody);
  const body: Json = { data: { data: { passphrase } } };
  const path = isV2 ? `${backend}/data/${handle}` : `${backend}/${handle}`;
  const failed = `failed to save the passphrase for ${handle}: saving passphrase at ${handle} request to vault failed: failed to put secret: backendPath=${backend}, backendV2=${isV2}, namespace=, secretID=${handle}: `;
  await callVault(custody, { method: 'PUT', path, body }, failed);
}

/** Removes the passphrase: all its versions, unless `vaultDestroyKeys` says otherwise. */
export async function deletePassphrase(custody: Custody, handle: string) {
  const { backend, isV2 } = await backendOf(custody);
  const destroy = (custody.options.vaultDestroyKeys ?? 'true') === 'true';
  const area = destroy ? 'metadata' : 'data';
  const path = isV2 ? `${backend}/${area}/${handle}` : `${backend}/${handle}`;
  await callVault(
    custody,
    { method: 'DELETE', path },
    'failed to delete secret: ',
  );
}

/** The mount and its KV version; only `kv` and `kv-v2` spare the look into `sys/mounts`. */
async function backendOf(custody: Custody) {
  const { vaultBackend, vaultBackendPath } = custody.options;
  const backend = (vaultBackendPath || 'secret/').replace(/^\/|\/$/g, '');
  if (vaultBackend === 'kv' || vaultBackend === 'kv-v2') {
    return { backend, isV2: vaultBackend === 'kv-v2' };
  }
  const read = { method: 'GET', path: 'sys/mounts' };
  const { body } = await callVault(custody, read, 'failed to get mounts: ');
  const mount = at(body, 'data', `${backend}/`);
  if (!mount) {
    throw new Error(`Secrets engine with mount path '${backend}' not found`);
  }
  return { backend, isV2: at(mount, 'options', 'version') === '2' };
}

async function callVault(
  { options, token }: Custody,
  { method, path, body }: { method: string; path: string; body?: Json },
  failed: string,
): Promise<Answer> {
  const address = options.vaultAddress;
  const url = `${address}/v1/${path}`;
  const headers = { ...(token && { 'x-vault-token': token }) };
  const vault = connect({ url: address, headers });
  const answer = await vault(method, `/v1/${path}`, body).catch(error => {
    throw new Error(failed + unanswered(method, url, error));
  });
  if (answer.status < 300) return answer;
  throw new Error(failed + saidByVault(`${method} ${url}`, answer));
}

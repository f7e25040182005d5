import { Answer, connect, Send } from '../wire/connect';
import { at, Json, textOf } from '../wire/json';
import { saidBy, saidByVault, unanswered } from './failure';
import { KmsOptions } from './kmsConnection';

/** A tenant's way to his keys: his own credential on his own part of Vault. */
export interface Custody {
  options: KmsOptions;
  token: string;
}

/** Takes the tenant's credential: his token Secret, or a login of his ServiceAccount. */
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
  const failed = (what: string, answer: Answer) =>
    new Error(
      `failed setting up token for ${name}: failed to ${what} ${name}: ${saidBy(answer)}`,
    );
  const account = await kubernetes('GET', path);
  if (account.status !== 200) throw failed('get ServiceAccount', account);
  const [kind, apiVersion] = ['TokenRequest', 'authentication.k8s.io/v1'];
  const request = { kind, apiVersion, spec: {} };
  const issued = await kubernetes('POST', `${path}/token`, request);
  const jwt = at(issued.body, 'status', 'token');
  if (!jwt) throw failed('find/create ServiceAccount token', issued);
  const { vaultAuthPath = 'kubernetes', vaultRole = 'csi-kubernetes' } =
    options;
  const mount = vaultAuthPath.replace(/^.*auth\/(.+)\/login$/, '$1');
  const answer = await callVault(
    { options, token: '' },
    {
      call: ['PUT', `auth/${mount}/login`],
      body: { role: vaultRole, jwt },
      failed:
        'failed connecting to Vault: failed to get the authentication token: unable to log in with Kubernetes auth: ',
    },
  );
  return textOf(at(answer, 'auth', 'client_token'));
}

/** Writes the passphrase of a volume where Ceph CSI would, with its double `data`. */
export async function storePassphrase(
  custody: Custody,
  handle: string,
  passphrase: string,
) {
  const backend = backendOf(custody.options);
  const body = { data: { data: { passphrase } } };
  const place = `backendPath=${backend}, backendV2=true, namespace=, secretID=${handle}`;
  const failed = `failed to save the passphrase for ${handle}: saving passphrase at ${handle} request to vault failed: failed to put secret: ${place}: `;
  const call = ['PUT', `${backend}/data/${handle}`] as const;
  await callVault(custody, { call, body, failed });
}

/** Removes the passphrase: all its versions, unless `vaultDestroyKeys` says otherwise. */
export async function deletePassphrase(custody: Custody, handle: string) {
  const { vaultDestroyKeys = 'true' } = custody.options;
  const area = vaultDestroyKeys === 'true' ? 'metadata' : 'data';
  const path = `${backendOf(custody.options)}/${area}/${handle}`;
  await callVault(custody, { call: ['DELETE', path], failed: '' });
}

function backendOf({ vaultBackend, vaultBackendPath }: KmsOptions): string {
  if (vaultBackend !== 'kv-v2') {
    throw new Error('the sandbox plays vaultBackend "kv-v2" only');
  }
  return (vaultBackendPath || 'secret/').replace(/^\/|\/$/g, '');
}

async function callVault(
  { options, token }: Custody,
  request: { call: readonly [string, string]; body?: Json; failed: string },
): Promise<Json> {
  const { call, body, failed } = request;
  const [method, path] = call;
  const url = `${options.vaultAddress}/v1/${path}`;
  const vault = connect({
    url,
    headers: token ? { 'x-vault-token': token } : {},
  });
  const answer = await vault(method, '', body).catch(error => {
    throw new Error(failed + unanswered(method, url, error));
  });
  if (answer.status < 300) return answer.body;
  throw new Error(failed + saidByVault(method, url, answer));
}

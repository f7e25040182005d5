import { Sandbox, startSandbox } from '../startSandbox';
import { connect, Send } from '../wire/connect';
import { at, Json, JsonObject, listOf, textOf } from '../wire/json';

let sandbox: Sandbox;
let admin: Send;
let vault: Send;

const merge = 'application/merge-patch+json';
const inTeam = '/api/v1/namespaces/insurance';
const claims = `${inTeam}/persistentvolumeclaims`;

beforeEach(async () => {
  const retry = { first: 20, most: 100 };
  sandbox = await startSandbox({ seed: true, retry });
  const authorization = `Bearer ${sandbox.kubernetes.tokens.admin}`;
  const { url } = sandbox.kubernetes;
  admin = connect({ url, headers: { authorization } });
  const headers = { 'x-vault-token': sandbox.vault.rootToken };
  vault = connect({ url: sandbox.vault.url, headers });
});
afterEach(() => sandbox.stop());

async function until<T>(
  look: () => Promise<T | undefined | false>,
): Promise<T> {
  const found = await look();
  if (found) return found;
  await new Promise(resolve => setTimeout(resolve, 10));
  return until(look);
}

function ask(storageClassName: string) {
  const accessModes = ['ReadWriteOnce'];
  const resources = { requests: { storage: '1Gi' } };
  const spec = { accessModes, resources, storageClassName };
  return admin('POST', claims, { metadata: { name: 'c' }, spec });
}

const bound = (name = 'c', home = claims) =>
  until(async () => {
    const { body } = await admin('GET', `${home}/${name}`);
    return at(body, 'status', 'phase') === 'Bound' && body;
  });

const complaint = () =>
  until(async () => {
    const path = `${inTeam}/events?fieldSelector=involvedObject.name=c,type=Warning`;
    const { body } = await admin('GET', path);
    const [last] = listOf(at(body, 'items')).slice(-1);
    return last && textOf(at(last, 'message'));
  });

async function giveToken(data: JsonObject) {
  const metadata = { name: 'ceph-csi-kms-token' };
  await admin('POST', `${inTeam}/secrets`, { metadata, stringData: data });
}

async function mintedToken(entity_alias = 'sandbox.insurance') {
  const path = '/v1/auth/token/create/csi-tenant';
  const { body } = await vault('POST', path, { entity_alias });
  return { token: textOf(at(body, 'auth', 'client_token')) };
}

const keysOf = async (tenant: string) => {
  const path = `/v1/csi/sandbox.${tenant}/metadata/?list=true`;
  return listOf(at((await vault('GET', path)).body, 'data', 'keys'));
};

it('binds a claim whose key the tenant ServiceAccount wrote', async () => {
  const home = '/api/v1/namespaces/payments/persistentvolumeclaims';
  const claim = await bound('ledger-data', home);
  const name = textOf(at(claim, 'spec', 'volumeName'));
  const { body } = await admin('GET', `/api/v1/persistentvolumes/${name}`);
  const csi = at(body, 'spec', 'csi');
  expect(csi).toMatchObject({
    driver: 'rook-ceph.rbd.csi.ceph.com',
    volumeHandle: expect.stringMatching(
      /^0001-0009-rook-ceph-0{15}2-[-\w]{36}$/,
    ),
    volumeAttributes: { encrypted: 'true', encryptionKMSID: 'vault-tenant-sa' },
  });
  expect(await keysOf('payments')).toEqual([at(csi, 'volumeHandle')]);
});

it('binds a claim by a tenant token, and removes the key with the claim', async () => {
  await giveToken(await mintedToken());
  await ask('ceph-rbd-encrypted-tokens');
  await bound();
  expect(await keysOf('insurance')).toHaveLength(1);
  await admin('DELETE', `${claims}/c`);
  await until(async () => (await keysOf('insurance')).length === 0);
  await until(async () => {
    const { body } = await admin('GET', '/api/v1/persistentvolumes');
    return listOf(at(body, 'items')).length === 2;
  });
});

it('waits for the first consumer where the class says so', async () => {
  const metadata = { name: 'ceph-csi-vault-sa' };
  await admin('POST', `${inTeam}/serviceaccounts`, { metadata });
  await ask('ceph-rbd-encrypted-wffc');
  const annotations = { 'volume.kubernetes.io/selected-node': 'worker-1' };
  await until(async () => {
    const { body } = await admin('GET', `${inTeam}/events`);
    return JSON.stringify(body).includes('waiting for first consumer');
  });
  await admin('PATCH', `${claims}/c`, { metadata: { annotations } }, merge);
  await bound();
});

const invalid =
  'Volume provisioning failed with infeasible error. Retries will be delayed. rpc error: code = InvalidArgument desc = ';
const kms = `${invalid}invalid encryption kms configuration: `;
const failedPut =
  /^rpc error: code = Internal desc = failed to setup encryption for image replicapool\/csi-vol-[-\w]{36}: failed to save the passphrase for (0001-\S+): saving passphrase at \1 request to vault failed: failed to put secret: backendPath=csi\/sandbox.insurance, backendV2=true, namespace=, secretID=\1: /;
const refused = (code: number, errors: string) =>
  new RegExp(
    `${failedPut.source}Error making API request.\n\nURL: PUT http\\S+/v1/csi/sandbox.insurance/data/\\1\nCode: ${code}. Errors:\n\n${errors}`,
  );

const useClass = (name: string) => async () => ask(name);
const withToken =
  (data?: JsonObject, before?: () => Promise<unknown>) => async () => {
    await giveToken(data ?? (await mintedToken()));
    await before?.();
    await ask('ceph-rbd-encrypted-tokens');
  };
const changeConnection = (id: string, text: string) => {
  const path =
    '/api/v1/namespaces/rook-ceph/configmaps/csi-kms-connection-details';
  return admin('PATCH', path, { data: { [id]: text } }, merge);
};
const changeClass = (change: Record<string, Json>) => async () => {
  const path = '/apis/storage.k8s.io/v1/storageclasses';
  const { body } = await admin('GET', `${path}/ceph-rbd-encrypted-tokens`);
  const parameters = { ...Object(at(body, 'parameters')), ...change };
  const provisioner = 'rook-ceph.rbd.csi.ceph.com';
  const metadata = { name: 'odd' };
  await admin('POST', path, { metadata, provisioner, parameters });
  await ask('odd');
};

it.each<[string, () => Promise<unknown>, string | RegExp]>([
  [
    'no Secret',
    useClass('ceph-rbd-encrypted-tokens'),
    `${kms}failed fetching token from insurance/ceph-csi-kms-token: secrets "ceph-csi-kms-token" not found`,
  ],
  [
    'Secret without token',
    withToken({ other: 'x' }),
    `${kms}failed fetching token from insurance/ceph-csi-kms-token: failed to parse token`,
  ],
  [
    'no ServiceAccount',
    useClass('ceph-rbd-encrypted'),
    `${kms}failed setting up token for insurance/ceph-csi-vault-sa: failed to get ServiceAccount insurance/ceph-csi-vault-sa: serviceaccounts "ceph-csi-vault-sa" not found`,
  ],
  [
    'unknown KMS id',
    useClass('ceph-rbd-encrypted-retired'),
    `${kms}could not get KMS configuration for "vault-retired" (have [vault-tenant-sa vault-tokens])`,
  ],
  [
    'misspelt type',
    withToken({ token: 'x' }, () =>
      changeConnection('vault-tokens', '{"encryptionKMSType":"vaulttoken"}'),
    ),
    `${kms}could not find KMS provider "vaulttoken"`,
  ],
  [
    'broken entry of another',
    withToken({ token: 'x' }, () => changeConnection('badjson', '{')),
    `${kms}could not convert contents of "badjson" to s config section`,
  ],
  [
    'unknown cluster',
    changeClass({ clusterID: 'other' }),
    `${invalid}failed to fetch monitor list using clusterID (other): missing configuration for cluster ID "other"`,
  ],
  [
    'no pool',
    changeClass({ pool: 'nopool', encrypted: 'false' }),
    'rpc error: code = Internal desc = pool not found: pool (nopool) not found in Ceph cluster',
  ],
  [
    'no provisioner Secret',
    changeClass({ 'csi.storage.k8s.io/provisioner-secret-name': 'gone' }),
    'error getting secret gone in namespace rook-ceph: secrets "gone" not found',
  ],
  [
    'no class',
    useClass('no-such-class'),
    'storageclass.storage.k8s.io "no-such-class" not found',
  ],
  [
    'policy denies',
    async () => withToken(await mintedToken('sandbox.payments'))(),
    refused(403, '\\* 1 error occurred:\n\t\\* permission denied'),
  ],
  [
    'invalid token',
    withToken({ token: 'hvs.x' }),
    refused(
      403,
      '\\* 2 errors occurred:\n\t\\* permission denied\n\t\\* invalid token',
    ),
  ],
  [
    'sealed',
    withToken(undefined, () => vault('PUT', '/v1/sys/seal')),
    refused(503, '\\* Vault is sealed'),
  ],
  [
    'Vault down',
    withToken({ token: 'x' }, () =>
      changeConnection(
        'vault-tokens',
        '{"encryptionKMSType":"vaulttokens","vaultAddress":"http://127.0.0.1:1"}',
      ),
    ),
    new RegExp(
      `${failedPut.source}Put "http://127.0.0.1:1/v1/csi/sandbox.insurance/data/\\1": dial tcp 127.0.0.1:1: connect: connection refused`,
    ),
  ],
])('says why a claim is stuck: %s', async (_, cause, text) => {
  await cause();
  const message = await complaint();
  if (typeof text === 'string') expect(message).toBe(text);
  else expect(message).toMatch(text);
});

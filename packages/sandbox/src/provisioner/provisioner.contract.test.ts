import { Sandbox, startSandbox } from '../startSandbox';
import { connect, Send } from '../wire/connect';
import { at, Json, JsonObject, listOf, objectOf, textOf } from '../wire/json';
import failures from './failures.json';

let sandbox: Sandbox;
let admin: Send;
let vault: Send;
const merge = 'application/merge-patch+json';
const home = '/api/v1/namespaces/insurance';
const claims = `${home}/persistentvolumeclaims`;
const classes = '/apis/storage.k8s.io/v1/storageclasses';
const tokensClass = 'ceph-rbd-encrypted-tokens';

beforeEach(async () => {
  sandbox = await startSandbox({ seed: true, retry: { first: 20, most: 100 } });
  const { kubernetes, vault: its } = sandbox;
  const authorization = `Bearer ${kubernetes.tokens.admin}`;
  admin = connect({ url: kubernetes.url, headers: { authorization } });
  const headers = { 'x-vault-token': its.rootToken };
  vault = connect({ url: `${its.url}/v1/`, headers });
});
afterEach(() => sandbox.stop());

async function until<T>(look: () => Promise<T>): Promise<T> {
  const found = await look();
  if (found) return found;
  await new Promise(resolve => setTimeout(resolve, 10));
  return until(look);
}

function ask(storageClassName: string, annotations: JsonObject = {}) {
  const resources = { requests: { storage: '1Gi' } };
  const spec = { accessModes: ['ReadWriteOnce'], resources, storageClassName };
  return admin('POST', claims, { metadata: { name: 'c', annotations }, spec });
}

async function giveToken(entity_alias: string) {
  const path = 'auth/token/create/csi-tenant';
  const { body } = await vault('POST', path, { entity_alias });
  await keepToken({ token: textOf(at(body, 'auth', 'client_token')) });
}

function keepToken(stringData: JsonObject) {
  const metadata = { name: 'ceph-csi-kms-token' };
  return admin('POST', `${home}/secrets`, { metadata, stringData });
}

const bound = (path: string) =>
  until(async () => {
    const { body } = await admin('GET', path);
    return at(body, 'status', 'phase') === 'Bound';
  });

async function keysOf(tenant: string): Promise<Json[]> {
  const path = `csi/sandbox.${tenant}/metadata/?list=true`;
  return listOf(at((await vault('GET', path)).body, 'data', 'keys'));
}

it('binds a claim whose key the tenant ServiceAccount wrote', async () => {
  await bound(`${claims.replace('insurance', 'payments')}/ledger-data`);
  const [key] = await keysOf('payments');
  const { body } = await vault('GET', `csi/sandbox.payments/metadata/${key}`);
  const actor = at(body, 'data', 'last_updated_by', 'actor');
  expect(actor).toBe('kubernetes-payments-ceph-csi-vault-sa');
});

it('binds a claim by a tenant token, and removes the key with the claim', async () => {
  await giveToken('sandbox.insurance');
  await ask(tokensClass, { 'volume.kubernetes.io/selected-node': 'worker-1' });
  await bound(`${claims}/c`);
  const handle = /^0001-0009-rook-ceph-0{15}2-[-\w]{36}$/;
  expect(await keysOf('insurance')).toEqual([expect.stringMatching(handle)]);
  await until(async () => (await keysOf('payments')).length === 1);
  await admin('DELETE', `${claims}/c`);
  await until(async () => (await keysOf('insurance')).length === 0);
  await until(async () => {
    const { body } = await admin('GET', '/api/v1/persistentvolumes');
    return listOf(at(body, 'items')).length === 2;
  });
});

const starts: Record<string, string> = {
  INVALID:
    'Volume provisioning failed with infeasible error. Retries will be delayed. rpc error: code = InvalidArgument desc =',
  PUT: 'rpc error: code = Internal desc = failed to setup encryption for image replicapool/csi-vol-UUID: failed to save the passphrase for HANDLE: saving passphrase at HANDLE request to vault failed: failed to put secret: backendPath=csi/sandbox.insurance, backendV2=true, namespace=, secretID=HANDLE:',
};

it.each(failures as [string, Json, string][])(
  'says that %s',
  async (_, given, text) => {
    const cause = objectOf(given);
    const { connection: data, parameters, secret, alias, seal } = cause;
    if (secret) await keepToken(objectOf(secret));
    if (alias) await giveToken(textOf(alias));
    if (seal) await vault('PUT', 'sys/seal');
    const rook = '/api/v1/namespaces/rook-ceph/configmaps/';
    const details = `${rook}csi-kms-connection-details`;
    if (data) await admin('PATCH', details, { data }, merge);
    if (parameters) {
      const { body } = await admin('GET', `${classes}/${tokensClass}`);
      const { provisioner, parameters: usual } = objectOf(body);
      const all = { ...objectOf(usual), ...objectOf(parameters) };
      const metadata = { name: 'odd' };
      await admin('POST', classes, { metadata, provisioner, parameters: all });
    }
    await ask(textOf(cause.class) || 'odd');
    const events = `${home}/events?fieldSelector=involvedObject.name=c`;
    const said = await until(async () => {
      const [first] = listOf(at((await admin('GET', events)).body, 'items'));
      return textOf(at(first, 'message'));
    });
    const masked = said
      .replace(/0001-0009-rook-ceph-\w{16}-[-\w]{36}/g, 'HANDLE')
      .replace(/csi-vol-[-\w]{36}/g, 'csi-vol-UUID')
      .replaceAll(sandbox.vault.url, 'VAULT');
    expect(masked).toBe(`${text}`.replace(/^[A-Z]{3,}/, it => starts[it]));
  },
);

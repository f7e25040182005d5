import { connect, startSandbox, type Sandbox } from 'sandbox';
import { sandboxConfig } from './__testUtils__/sandboxConfig';
import {
  componentOf,
  eventually,
  quiet,
  startPortal,
  type Portal,
} from './__testUtils__/startPortal';
import { volumeEncryptionPlugin } from './plugin';

jest.setTimeout(60_000);

const VOLUMES = '/entities/component/default/ledger/volumes';
const entities = [
  componentOf('ledger', 'payments'),
  componentOf('archive', 'payments'),
];

let sandbox: Sandbox;
let portal: Portal | undefined;

beforeEach(async () => {
  sandbox = await startSandbox({ seed: true });
});
afterEach(async () => {
  await portal?.stop();
  portal = undefined;
  await sandbox.stop();
});

async function open(config: object) {
  portal = await startPortal({
    plugin: volumeEncryptionPlugin,
    config,
    entities,
  });
  return portal;
}

/** The entity's volumes, once both are bound and in use. */
function settledVolumes({ get }: Portal) {
  return eventually(
    () => get(VOLUMES),
    ({ text }) => text.split('"phase":"Bound"').length === 3,
  );
}

it('a dead cluster costs its own rows only, and is named', async () => {
  const { clusters, kms } = sandboxConfig(sandbox);
  const dead = { name: 'dead', url: 'http://127.0.0.1:1', token: 'none' };
  const { body } = await settledVolumes(
    await open({ clusters: [dead, ...clusters], kms }),
  );
  expect(body.volumes).toMatchObject([
    { cluster: 'sandbox', claim: 'ledger-data' },
    { cluster: 'sandbox', claim: 'ledger-scratch' },
  ]);
  expect(body.problems).toEqual([
    {
      source: 'cluster',
      name: 'dead',
      code: 'cluster-unreachable',
      message: expect.stringContaining('"dead"'),
      since: expect.any(String),
    },
  ]);
});

it('a cluster that denies the portal is named, and nothing is made up', async () => {
  const { clusters, kms } = sandboxConfig(sandbox);
  const { denied } = sandbox.kubernetes.tokens;
  const { get } = await open({
    clusters: [{ ...clusters[0], token: denied }],
    kms,
  });
  const { body } = await get(VOLUMES);
  expect(body.volumes).toEqual([]);
  expect(body.problems).toMatchObject([
    { source: 'cluster', name: 'sandbox', code: 'cluster-denied' },
  ]);
});

it('a Vault that is sealed blocks the next mount and changes no protection', async () => {
  const opened = await open(sandboxConfig(sandbox));
  const { get } = opened;
  const before = (await settledVolumes(opened)).body;
  expect(before.volumes[0].remount.verdict).toBe('ready');

  const vault = connect({
    url: sandbox.vault.url,
    headers: { 'x-vault-token': sandbox.vault.rootToken },
  });
  await vault('PUT', '/v1/sys/seal');
  const { body } = await eventually(
    () => get(VOLUMES),
    answer => answer.body.problems.length > 0,
  );
  const [volume] = body.volumes;
  expect(volume.protection).toEqual(before.volumes[0].protection);
  expect(volume.keyObservedAt).toBe(before.volumes[0].keyObservedAt);
  expect(volume.remount).toMatchObject({
    verdict: 'blocked',
    reasons: expect.arrayContaining([
      expect.objectContaining({ code: 'kms-sealed' }),
    ]),
  });
  expect(body.problems).toMatchObject([
    { source: 'kms', name: 'vault', code: 'kms-sealed' },
  ]);
});

it('a Vault that was never reached leaves custody open, and is named', async () => {
  const { clusters, kms } = sandboxConfig(sandbox);
  const away = { ...kms[0], address: 'http://127.0.0.1:1' };
  const otherAddresses = [kms[0].address];
  const { body } = await settledVolumes(
    await open({ clusters, kms: [{ ...away, otherAddresses }] }),
  );
  const [volume] = body.volumes;
  expect(volume.claim).toBe('ledger-data');
  expect(volume.remount.verdict).not.toBe('ready');
  expect(volume.custody.key).toBeUndefined();
  expect(body.problems).toMatchObject([
    { source: 'kms', name: 'vault', code: 'kms-unreachable' },
  ]);
});

it('a cluster that is lost leaves its rows with their age', async () => {
  const lost = await startSandbox({ seed: true });
  const opened = await open({
    clusters: [{ ...sandboxConfig(lost).clusters[0], name: 'lost' }],
    kms: sandboxConfig(lost).kms,
  });
  const before = await settledVolumes(opened);
  await lost.stop();
  const { body } = await eventually(
    () => opened.get(VOLUMES),
    answer =>
      answer.body.problems.some(
        ({ source }: { source: string }) => source === 'cluster',
      ),
  );
  expect(body.volumes).toHaveLength(2);
  expect(body.volumes[0].observedAt <= body.problems[0].since).toBe(true);
  expect(body.volumes[0].protection.verdict).toBe(
    before.body.volumes[0].protection.verdict,
  );
});

it('a change of a claim is signalled to its entity, and to no other', async () => {
  const opened = await open(sandboxConfig(sandbox));
  const { body } = await settledVolumes(opened);
  await opened.get('/entities/component/default/archive/volumes');
  await quiet(opened.signals);
  opened.signals.length = 0;
  const admin = connect({
    url: sandbox.kubernetes.url,
    headers: { authorization: `Bearer ${sandbox.kubernetes.tokens.admin}` },
  });
  const claims = '/api/v1/namespaces/payments/persistentvolumeclaims';
  const { status } = await admin('POST', claims, {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: {
      name: 'ledger-more',
      labels: { 'backstage.io/kubernetes-id': 'ledger' },
    },
    spec: {
      storageClassName: 'ceph-rbd-encrypted',
      accessModes: ['ReadWriteOnce'],
      resources: { requests: { storage: '1Gi' } },
    },
  });
  expect(status).toBe(201);
  await eventually(
    () => opened.get(VOLUMES),
    ({ text }) => text.split('"phase":"Bound"').length === 4,
  );
  const signals = await eventually(
    async () => opened.signals,
    some => some.length > 0,
  );
  expect(new Set(signals.map(({ channel }) => channel))).toEqual(
    new Set([body.channel]),
  );
  expect(signals[0]).toEqual({
    recipients: { type: 'broadcast' },
    channel: body.channel,
    message: { revision: expect.any(Number) },
  });
  expect(Number(signals[0].message.revision)).toBeGreaterThan(body.revision);
});

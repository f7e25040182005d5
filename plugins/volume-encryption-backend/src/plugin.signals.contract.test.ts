import { PLATFORM_SIGNAL_CHANNEL } from 'backstage-plugin-volume-encryption-common';
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

let sandbox: Sandbox;
let portal: Portal;

beforeAll(async () => {
  sandbox = await startSandbox({ seed: true });
  portal = await startPortal({
    plugin: volumeEncryptionPlugin,
    config: sandboxConfig(sandbox),
    entities: [
      componentOf('ledger', 'payments'),
      componentOf('archive', 'payments'),
    ],
  });
});
afterAll(async () => {
  await portal?.stop();
  await sandbox?.stop();
});

/** The remount of the encrypted volume, read once after `act` is signalled. */
async function remountOnSignal(act: () => Promise<unknown>) {
  portal.signals.length = 0;
  await act();
  const signals = await eventually(
    async () => [...portal.signals],
    some => some.length > 0,
  );
  const { body } = await portal.get(VOLUMES);
  expect(new Set(signals.map(({ channel }) => channel))).toEqual(
    new Set([body.channel]),
  );
  return body.volumes[0].remount.verdict;
}

it('a KMS that is sealed, and unsealed, is signalled to whom it concerns', async () => {
  const { url, rootToken, unsealKeys } = sandbox.vault;
  const vault = connect({ url, headers: { 'x-vault-token': rootToken } });
  await portal.get('/entities/component/default/archive/volumes');
  const { body } = await eventually(
    () => portal.get(VOLUMES),
    ({ text }) => text.includes('"verdict":"ready"'),
  );
  expect(body.volumes[0].remount.verdict).toBe('ready');
  await quiet(portal.signals);

  expect(await remountOnSignal(() => vault('PUT', '/v1/sys/seal'))).toBe(
    'blocked',
  );
  const unseal = () =>
    Promise.all(unsealKeys.map(key => vault('PUT', '/v1/sys/unseal', { key })));
  expect(await remountOnSignal(unseal)).toBe('ready');
});

it('who looks at the platform page is told of a change, by a number alone', async () => {
  const { url, tokens } = sandbox.kubernetes;
  const headers = { authorization: `Bearer ${tokens.admin}` };
  const cluster = connect({ url, headers });
  await portal.get('/volumes');
  await quiet(portal.signals);
  const { body: before } = await portal.get('/volumes');
  await quiet(portal.signals);
  portal.signals.length = 0;
  const claims = '/api/v1/namespaces/payments/persistentvolumeclaims';
  const { status } = await cluster('POST', claims, {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'just-made' },
    spec: {
      storageClassName: 'ceph-rbd',
      accessModes: ['ReadWriteOnce'],
      resources: { requests: { storage: '1Gi' } },
    },
  });
  expect(status).toBe(201);
  const ofPage = () =>
    portal.signals.filter(it => it.channel === PLATFORM_SIGNAL_CHANNEL);
  while (ofPage().length === 0) {
    await new Promise(resolve => {
      setTimeout(resolve, 10);
    });
  }
  const [signal] = ofPage();
  expect(signal).toEqual({
    recipients: { type: 'broadcast' },
    channel: PLATFORM_SIGNAL_CHANNEL,
    message: { revision: expect.any(Number) },
  });
  const { body } = await portal.get('/volumes?search=just-made');
  expect(body.total).toBe(1);
  expect(body.revision).toBeGreaterThan(before.revision);
});

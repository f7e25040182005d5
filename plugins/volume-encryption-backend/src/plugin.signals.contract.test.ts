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

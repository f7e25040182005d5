import path from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import {
  ANNOTATION_OWNER,
  CONNECTIONS_CONFIG_MAP,
  LABEL_KUBERNETES_ID,
  type KmsView,
  type KubernetesObject,
} from 'backstage-plugin-volume-encryption-common';
import type { Kms } from 'backstage-plugin-volume-encryption-node';
import knexFactory, { type Knex } from 'knex';
import {
  claimOf,
  metaOf,
  namespaceOf,
  volumeOf,
} from '../__testUtils__/objects';
import { componentOf } from '../__testUtils__/startPortal';
import { sourcesOf } from '../overview/__testUtils__/sourcesOf';
import { HistoryStore } from './HistoryStore';
import { Recorder } from './Recorder';

const DRIVER = 'rook-ceph.rbd.csi.ceph.com';
const NAMES = ['a', 'b', 'c', 'd', 'e'];
const signal = new AbortController().signal;

/** An encrypted volume of component ledger, and its key's name. */
function bound(name: string): KubernetesObject[] {
  const volumeName = `pvc-${name}`;
  const labels = { [LABEL_KUBERNETES_ID]: 'ledger' };
  return [
    { ...claimOf(`payments/${name}`, { labels }), phase: 'Bound', volumeName },
    {
      ...volumeOf(volumeName, `payments/${name}`),
      meta: metaOf(volumeName, {
        annotations: { 'pv.kubernetes.io/provisioned-by': DRIVER },
      }),
      csi: {
        driver: DRIVER,
        volumeHandle: volumeName,
        attributes: {
          'storage.kubernetes.io/csiProvisionerIdentity': '1-8081-rbd',
          ...{ encrypted: 'true', encryptionKMSID: 'vault' },
        },
      },
    },
  ];
}

const connections: KubernetesObject = {
  kind: 'ConfigMap',
  meta: metaOf(`rook-ceph/${CONNECTIONS_CONFIG_MAP}`),
  data: {
    vault: JSON.stringify({
      ...{ encryptionKMSType: 'vaulttokens', vaultBackend: 'kv-v2' },
      vaultAddress: 'https://vault.example:8200',
      vaultBackendPath: 'csi/prod.payments',
    }),
  },
};

/** A KMS with these keys, as long as a test leaves them there. */
function kmsWith(keys: Set<string>) {
  const state = { now: 'active' as KmsView['state'] };
  const describeKey = jest.fn(async ({ name }: { name: string }) => ({
    presence: keys.has(name) ? ('present' as const) : ('absent' as const),
  }));
  const listKeys = jest.fn(async () => new Set(keys));
  const address = 'https://vault.example:8200';
  const kms: Partial<Kms> = {
    ...{ name: 'vault', mountPrefix: 'csi', addresses: [address] },
    ...{ describeKey, listKeys, listMounts: async () => ['prod.payments'] },
    health: async () => ({
      ...{ name: 'vault', address, state: state.now, peers: [] },
      observedAt: new Date().toISOString(),
    }),
  };
  // Nothing else of it is asked.
  return { kms: kms as Kms, state, describeKey, listKeys };
}

let knex: Knex;
beforeEach(async () => {
  knex = knexFactory({
    client: 'better-sqlite3',
    connection: ':memory:',
    useNullAsDefault: true,
  });
  const directory = path.resolve(__dirname, '../../migrations');
  await knex.migrate.latest({ directory });
});
afterEach(() => knex.destroy());

/** A replica, whose clock goes on by ten minutes at each look. */
async function replica(names = NAMES) {
  let ms = Date.parse('2026-11-29T08:00:00.000Z');
  const now = () => new Date(ms);
  const keys = new Set(names.map(name => `pvc-${name}`));
  const { kms, ...vault } = kmsWith(keys);
  const {
    sources,
    look: lookAtKeys,
    stop,
  } = await sourcesOf(
    {
      prod: [
        namespaceOf('payments', { [ANNOTATION_OWNER]: 'payments' }),
        connections,
        ...names.flatMap(bound),
      ],
    },
    { kms: [kms], now },
  );
  const database = mockServices.database({ knex, migrations: { skip: true } });
  const entities = jest.fn(async () => [componentOf('ledger', 'payments')]);
  const recorder = new Recorder({
    ...sources,
    // The tenants are another test's.
    inspector: {
      list: async () => ({
        ...{ total: 0, offset: 0, limit: 1, states: {}, items: [] },
        problems: [],
      }),
    },
    store: await HistoryStore.create({ database }),
    users: { entities },
    logger: mockServices.logger.mock(),
    platformTeam: 'group:default/platform',
  });
  const look = async (times: number) => {
    for (let left = times; left > 0; left--) {
      ms += 60_000;
      await lookAtKeys();
      await recorder.look(signal);
    }
  };
  return { ...vault, keys, look, entities, stop };
}

async function changes() {
  const rows = await knex('history_changes').orderBy('number');
  return rows.map(({ kind, claim, what, from, to }) =>
    [kind, claim, what, from, to].filter(Boolean).join(' '),
  );
}

async function titles() {
  const rows = await knex('history_news').select('body');
  return rows.map(({ body }) => JSON.parse(body).payload.title);
}

it('records the first sight of everything, and tells nobody', async () => {
  const { look, stop } = await replica(['a']);
  await look(3);
  expect(await changes()).toEqual([
    'kms first-seen serving',
    'cluster first-seen read',
    'volume a first-seen volume/customer-key',
  ]);
  expect(await titles()).toEqual([]);
  await stop();
});

it('records and tells that a key is lost, once, over a restart too', async () => {
  const one = await replica();
  await one.look(2);
  const before = (await changes()).length;
  one.keys.delete('pvc-a');
  await one.look(5);
  const other = await replica();
  other.keys.delete('pvc-a');
  await other.look(3);
  expect((await changes()).slice(before)).toEqual([
    expect.stringMatching(/^volume a remount \S*\s?blocked$/),
  ]);
  await one.stop();
  await other.stop();
});

it('asks for keys by one list, and for each alone only in its turn', async () => {
  const names = Array.from({ length: 700 }, (_, at) => `n${at}`);
  const { look, listKeys, describeKey, stop } = await replica(names);
  await look(1);
  expect(listKeys).toHaveBeenCalledTimes(1);
  // Those of the timeline's turn, and of the round through all keys.
  expect(describeKey.mock.calls.length).toBeLessThan(300 + 200);
  await look(2);
  const asked = new Set(describeKey.mock.calls.map(([{ name }]) => name));
  expect(asked.size).toBe(700);
  await stop();
});

it('records an outage of a KMS as one row, and tells the platform team once', async () => {
  const { look, state, stop } = await replica();
  await look(2);
  const before = (await changes()).length;
  state.now = 'unreachable';
  await look(4);
  expect((await changes()).slice(before)).toEqual([
    'kms kms serving unreachable',
  ]);
  expect(await titles()).toEqual(['KMS vault cannot be reached by the portal']);
  await stop();
});

it('remembers nothing while the catalog does not answer, and tells it after', async () => {
  const { look, entities, stop } = await replica(['a']);
  entities.mockRejectedValueOnce(new Error('no catalog'));
  await expect(look(1)).rejects.toThrow('no catalog');
  expect(await changes()).toEqual([]);
  await look(1);
  expect(await changes()).toHaveLength(3);
  await stop();
});

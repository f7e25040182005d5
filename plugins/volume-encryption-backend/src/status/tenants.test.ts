import { mockServices } from '@backstage/backend-test-utils';
import {
  ANNOTATION_OWNER,
  CONNECTIONS_CONFIG_MAP,
  VolumeEncryptionError,
  type ObjectKind,
} from 'backstage-plugin-volume-encryption-common';
import type { Cluster } from 'backstage-plugin-volume-encryption-node';
import { metaOf, namespaceOf } from '../__testUtils__/objects';
import { Systems } from '../systems';
import { VolumeIndex } from '../volumeIndex';
import { connectionsOf, likelyConnections } from './connectionsOf';
import { KmsFacts } from './KmsFacts';
import { Recent } from './Recent';
import type { Sources } from './Sources';
import { clusterNamespaces } from './tenants';

jest.mock('./connectionsOf', () => {
  const real = jest.requireActual('./connectionsOf');
  return {
    ...real,
    connectionsOf: jest.fn(real.connectionsOf),
    likelyConnections: jest.fn(real.likelyConnections),
  };
});

const now = () => new Date('2026-01-01T00:00:00Z');
const connection = JSON.stringify({
  encryptionKMSType: 'vaulttokens',
  vaultAddress: 'https://vault.example:8200',
});
const objects: Partial<Record<ObjectKind, unknown[]>> = {
  Namespace: [namespaceOf('payments', { [ANNOTATION_OWNER]: 'payments' })],
  ConfigMap: [
    {
      kind: 'ConfigMap',
      meta: metaOf(`rook-ceph/${CONNECTIONS_CONFIG_MAP}`),
      data: { 'vault-tokens': connection },
    },
  ],
};

/** The tenants of a cluster that is asked for Secrets by `get`. */
async function tenantsWhere(
  get: Cluster['reader']['get'],
  more: typeof objects = {},
) {
  const watch: Cluster['reader']['watch'] = async function* tell(kind, given) {
    const known = [...(objects[kind] ?? []), ...(more[kind] ?? [])];
    const told = { type: 'replaced', objects: known };
    yield JSON.parse(JSON.stringify(told));
    await new Promise(resolve => {
      given.signal.addEventListener('abort', resolve);
    });
  };
  const list = jest.fn().mockResolvedValue([]);
  const reader = { list, get, watch };
  const writer = { apply: jest.fn(), patch: jest.fn(), delete: jest.fn() };
  const cluster = { name: 'prod', csiNamespace: 'rook-ceph', reader, writer };
  const logger = mockServices.logger.mock();
  const index = new VolumeIndex({ clusters: [cluster], logger });
  const stop = new AbortController();
  const following = index.follow(stop.signal);
  await new Promise(setImmediate);
  const sources: Sources = {
    index,
    systems: new Systems({ clusters: [cluster], kms: [] }),
    kms: [],
    kmsFacts: new KmsFacts(now),
    secrets: new Recent({ ttlMs: 5000, standsIn: true, limit: 10, now }),
    vendors: { read: jest.fn() },
    snapshotClasses: { read: jest.fn() },
    cephClusters: { read: jest.fn() },
    diskPools: { read: jest.fn() },
    credentials: { find: async () => undefined },
    now,
  };
  const tenants = await clusterNamespaces('prod', sources);
  stop.abort();
  await following;
  return tenants;
}

it('a namespace without a token Secret has no custody', async () => {
  expect(await tenantsWhere(async () => undefined)).toMatchObject({
    items: [{ id: 'prod.payments', custodies: [] }],
    problems: [],
  });
});

it('a namespace whose token Secret may not be read is told of', async () => {
  const error = new VolumeEncryptionError('cluster-denied', 'No right.');
  const get = jest.fn().mockRejectedValue(error);
  expect(await tenantsWhere(get)).toMatchObject({
    items: [{ id: 'prod.payments', custodies: undefined }],
    problems: [
      {
        source: 'namespace',
        name: 'prod.payments',
        code: 'credential-unread',
        message: expect.stringContaining('No right.'),
      },
    ],
  });
});

it('of a namespace that serves nobody no custody is known', async () => {
  const get = jest.fn();
  const Namespace = [namespaceOf('web')];
  const { items } = await tenantsWhere(get, { Namespace });
  expect(items).toMatchObject([
    { id: 'prod.payments', custodies: [] },
    { id: 'prod.web', custodies: undefined },
  ]);
});

it.each([
  ['mine', ['vaulttenantsa']],
  ['ceph-csi-vault-sa', []],
])(
  'a namespace that names its own ServiceAccount is looked at for it: %s',
  async (name, custodies) => {
    const entry = JSON.stringify({
      encryptionKMSType: 'vaulttenantsa',
      vaultAddress: 'https://vault.example:8200',
    });
    const tenants = await tenantsWhere(async () => undefined, {
      ConfigMap: [
        {
          kind: 'ConfigMap',
          meta: metaOf(`rook-ceph/${CONNECTIONS_CONFIG_MAP}`),
          data: { 'vault-sa': entry },
        },
        {
          kind: 'ConfigMap',
          meta: metaOf('payments/ceph-csi-kms-config'),
          data: { tenantSAName: 'mine' },
        },
      ],
      ServiceAccount: [
        { kind: 'ServiceAccount', meta: metaOf(`payments/${name}`) },
      ],
    });
    expect(tenants).toMatchObject({ items: [{ custodies }] });
  },
);

it('looks the connections up once for all namespaces of a cluster', async () => {
  const looks = [jest.mocked(connectionsOf), jest.mocked(likelyConnections)];
  looks.forEach(look => look.mockClear());
  const owner = { [ANNOTATION_OWNER]: 'payments' };
  const { items } = await tenantsWhere(async () => undefined, {
    Namespace: [namespaceOf('a', owner), namespaceOf('b', owner)],
  });
  expect(items).toHaveLength(3);
  for (const look of looks) expect(look).toHaveBeenCalledTimes(1);
});

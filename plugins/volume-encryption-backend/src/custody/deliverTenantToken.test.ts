import { mockServices } from '@backstage/backend-test-utils';
import {
  VolumeEncryptionError,
  type Manifest,
} from 'backstage-plugin-volume-encryption-common';
import type { Cluster, Kms } from 'backstage-plugin-volume-encryption-node';
import knexFactory, { type Knex } from 'knex';
import { createKms } from '../vault/createKms';
import { HiddenText } from '../vault/HiddenText';
import { deliverTenantToken } from './deliverTenantToken';
import { TenantCredentialStore } from './TenantCredentialStore';

const TENANT = {
  ...{ cluster: 'prod', namespace: 'payments' },
  ...{ kms: 'vault', tenantId: 'prod.payments' },
};

let knex: Knex;
let credentials: TenantCredentialStore;
beforeEach(async () => {
  knex = knexFactory({
    client: 'better-sqlite3',
    connection: { filename: ':memory:' },
    useNullAsDefault: true,
  });
  credentials = await TenantCredentialStore.create({
    database: mockServices.database({ knex }),
  });
});
afterEach(() => knex.destroy());

/** A KMS whose accessors are the ids of the records. */
function kms(): Kms {
  const real = createKms({
    name: 'vault',
    address: 'https://vault.example:8200',
    otherAddresses: [],
    auth: { method: 'token', token: 'none' },
    mountPrefix: 'csi',
    tokenRole: 'csi-tenant',
    timeoutMs: 1000,
    maxConnections: 1,
  });
  const own = 'csi/prod.payments/';
  const { creationPath } = real.tokens;
  return {
    ...real,
    tokens: {
      creationPath,
      mint: async ({ meta }) => ({
        token: new HiddenText('hvs.of-no-use'),
        accessor: meta.operation,
        expiresAt: '2030-01-01T00:00:00Z',
        warnings: [],
      }),
      lookup: async accessor => ({
        path: creationPath,
        meta: { cluster: 'prod', namespace: 'payments', operation: accessor },
        ...{ policies: [], entityId: '', boundCidrs: [] },
        ...{ orphan: true, renewable: true },
      }),
      renew: async () => undefined,
      revoke: async () => undefined,
    },
    capabilities: {
      ...real.capabilities,
      ofAccessor: async (_, paths) =>
        new Map(
          paths.map(path => [
            path,
            path.startsWith(own)
              ? ['create', 'delete', 'read', 'update']
              : ['deny'],
          ]),
        ),
    },
  };
}

/** What another replica does when the first token is put: it ends that. */
async function end(id: string): Promise<void> {
  await credentials.recordAbandoned(id);
}

/** It has a token of its own, whose Secret was just written over. */
async function endForItsOwn(id: string): Promise<void> {
  await end(id);
  const own = await credentials.recordIntent(TENANT, 'user:default/bob');
  const expiresAt = '2030-01-01T00:00:00Z';
  await credentials.recordMinted(own, { accessor: own, expiresAt });
  await credentials.recordDelivered(own);
}

function clusterWith(another: (id: string) => Promise<void>) {
  const applied: Manifest[] = [];
  const idIn = (manifest?: Manifest) =>
    Object.values(manifest?.metadata.annotations ?? {}).join();
  const get = jest.fn().mockImplementation(async () => {
    const meta = applied.at(-1)?.metadata;
    return meta && { kind: 'Secret', meta };
  });
  const apply: Cluster['writer']['apply'] = async manifest => {
    applied.push(manifest);
    if (applied.length === 1) await another(idIn(manifest));
    return 'updated';
  };
  const reader = { list: jest.fn(), watch: jest.fn(), get };
  const writer = { apply, patch: jest.fn(), delete: jest.fn() };
  return { cluster: { reader, writer }, applied, idIn };
}

const delivery = {
  tenant: TENANT,
  secretName: 'ceph-csi-kms-token',
  requestedBy: 'user:default/ada',
};

it('leaves the token in force that another connection has in another Secret', async () => {
  const secretName = 'other-token';
  const other = await credentials.recordIntent(
    { ...TENANT, secretName },
    'user:default/bob',
  );
  const expiresAt = '2030-01-01T00:00:00Z';
  await credentials.recordMinted(other, { accessor: other, expiresAt });
  await credentials.recordDelivered(other);
  const { cluster, applied, idIn } = clusterWith(async () => {});
  const revoke = jest.fn();
  const real = kms();
  const watched = { ...real, tokens: { ...real.tokens, revoke } };
  const parts = { credentials, kms: watched, cluster };
  await deliverTenantToken(delivery, parts);
  expect(revoke).not.toHaveBeenCalled();
  expect(await credentials.live(TENANT)).toMatchObject([
    { id: other, secretName },
    { id: idIn(applied[0]), secretName: 'ceph-csi-kms-token' },
  ]);
  await deliverTenantToken(delivery, parts);
  expect(revoke).toHaveBeenCalledTimes(1);
  expect(revoke).toHaveBeenCalledWith(idIn(applied[0]), {});
});

it.each<[string, () => Promise<unknown>, number]>([
  ['ends the new token when somebody took it out', async () => undefined, 1],
  [
    'leaves it when that cannot be looked up',
    () => Promise.reject(new VolumeEncryptionError('timeout', 'No answer.')),
    0,
  ],
])('%s', async (_, look, times) => {
  const { cluster, applied } = clusterWith(async () => {});
  cluster.reader.get.mockImplementation(async () =>
    applied.length > 0 ? look() : undefined,
  );
  const revoke = jest.fn();
  const real = kms();
  const watched = { ...real, tokens: { ...real.tokens, revoke } };
  await expect(
    deliverTenantToken(delivery, { credentials, kms: watched, cluster }),
  ).rejects.toThrow();
  expect(revoke).toHaveBeenCalledTimes(times);
  expect(await credentials.live(TENANT)).toHaveLength(1 - times);
});

it('puts another token where a run of another replica ended the first', async () => {
  const { cluster, applied, idIn } = clusterWith(endForItsOwn);
  await deliverTenantToken(delivery, { credentials, kms: kms(), cluster });
  expect(applied).toHaveLength(2);
  expect(await credentials.live(TENANT)).toEqual([
    expect.objectContaining({ state: 'delivered', id: idIn(applied[1]) }),
  ]);
});

it('gives a tenant none that was offboarded meanwhile', async () => {
  const { cluster, applied } = clusterWith(end);
  await expect(
    deliverTenantToken(delivery, { credentials, kms: kms(), cluster }),
  ).rejects.toMatchObject({ code: 'conflict' });
  expect(applied).toHaveLength(1);
  expect(await credentials.live(TENANT)).toEqual([]);
});

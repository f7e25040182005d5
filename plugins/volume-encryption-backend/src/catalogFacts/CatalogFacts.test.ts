import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  ANNOTATION_OWNER,
  LABEL_KUBERNETES_ID,
  type PersistentVolumeClaim,
  type StorageClass,
} from 'backstage-plugin-volume-encryption-common';
import { claimOf, metaOf, namespaceOf } from '../__testUtils__/objects';
import { componentOf } from '../__testUtils__/startPortal';
import {
  accountIn,
  clusterHolding,
  connectionsMap,
  encryptedIn,
  indexOf,
  type Held,
} from '../inspection/__testUtils__/indexOf';
import { vaultNamed } from '../inspection/__testUtils__/vaultNamed';
import { Systems } from '../systems';
import { CatalogFacts } from './CatalogFacts';
import { CatalogUsers } from './CatalogUsers';

const VAULT = 'https://vault.example:8200';
const PROVISIONER = 'rook-ceph.rbd.csi.ceph.com';
const LEDGER = 'component:default/ledger';

function classOf(name: string, kmsId?: string): StorageClass {
  return {
    kind: 'StorageClass',
    meta: metaOf(name),
    provisioner: PROVISIONER,
    parameters: kmsId ? { encrypted: 'true', encryptionKMSID: kmsId } : {},
    reclaimPolicy: 'Delete',
    bindingMode: 'Immediate',
    allowsExpansion: false,
  };
}

/** A bound claim with the volume that was made for it. */
function bound(
  namespace: string,
  name: string,
  { kmsId, id = 'ledger' }: { kmsId: string; id?: string },
) {
  const labels = { [LABEL_KUBERNETES_ID]: id };
  const claim: PersistentVolumeClaim = {
    ...claimOf(`${namespace}/${name}`, { labels }),
    storageClassName: 'encrypted',
    volumeName: `pv-${name}`,
    phase: 'Bound',
  };
  const volume = encryptedIn(namespace, kmsId, `pv-${name}`);
  return { claim, volume: { ...volume, claim: { namespace, name } } };
}

const made = [
  bound('payments', 'data', { kmsId: 'sa' }),
  bound('payments', 'logs', { kmsId: 'sa' }),
  bound('payments', 'old', { kmsId: 'shared' }),
  bound('payments', 'alone', { kmsId: 'sa', id: 'nobody' }),
];

const held: Held = {
  ConfigMap: [
    connectionsMap({
      sa: ['vaulttenantsa', VAULT],
      shared: ['vault', 'https://other.example:8200'],
      elsewhere: ['vaulttenantsa', 'https://unknown.example'],
    }),
  ],
  Namespace: [
    namespaceOf('payments', { [ANNOTATION_OWNER]: 'group:default/payments' }),
    namespaceOf('insurance', { [ANNOTATION_OWNER]: 'group:default/insurance' }),
  ],
  ServiceAccount: [accountIn('payments')],
  StorageClass: [
    classOf('encrypted', 'sa'),
    classOf('plain'),
    classOf('elsewhere', 'elsewhere'),
  ],
  PersistentVolumeClaim: made.map(({ claim }) => claim),
  PersistentVolume: made.map(({ volume }) => volume),
};

async function factsOf(
  entities: Entity[] = [componentOf('ledger', 'payments')],
  cluster = clusterHolding(held),
) {
  const clusters = [cluster];
  const kms = [
    vaultNamed('vault', VAULT),
    vaultNamed('other', 'https://other.example:8200'),
  ];
  return new CatalogFacts({
    index: await indexOf(clusters),
    systems: new Systems({ clusters, kms }),
    kms,
    credentials: { all: async () => [] },
    users: new CatalogUsers({
      auth: mockServices.auth(),
      catalog: catalogServiceMock({ entities }),
      now: () => new Date(),
    }),
  });
}

it('knows what rests on what, and who uses it', async () => {
  const { items, next } = await (await factsOf()).list({ limit: 50 });
  expect(next).toBeUndefined();
  const short = items.map(({ id, dependsOn, usedBy, owner }) =>
    [id, '→', ...dependsOn, '←', ...usedBy, owner].filter(Boolean).join(' '),
  );
  expect(short).toEqual([
    'cluster/prod → ←',
    // Of its keys one is neither its tenant's nor of the class as it is now.
    `kms/other → ← ${LEDGER}`,
    'kms/vault → ←',
    'storage-class/prod/elsewhere → cluster/prod ←',
    `storage-class/prod/encrypted → cluster/prod kms/vault ← ${LEDGER}`,
    'storage-class/prod/plain → cluster/prod ←',
    `tenant/prod/payments → kms/vault ← ${LEDGER} group:default/payments`,
  ]);
});

it('gives the pages one after another, none twice', async () => {
  const facts = await factsOf();
  const whole = await facts.list({ limit: 50 });
  const ids: string[] = [];
  let after: string | undefined;
  do {
    const { items, next } = await facts.list({ after, limit: 3 });
    ids.push(...items.map(({ id }) => id));
    after = next;
  } while (after);
  expect(ids).toEqual(whole.items.map(({ id }) => id));
});

it('knows no user in a namespace that does not consent', async () => {
  const others = [componentOf('ledger', 'insurance')];
  const { items } = await (await factsOf(others)).list({ limit: 50 });
  expect(items.flatMap(({ usedBy }) => usedBy)).toEqual([]);
});

it('passes over an entity whose selector is none', async () => {
  const broken = componentOf('broken', 'payments', {
    'backstage.io/kubernetes-label-selector': 'a in (',
  });
  const entities = [broken, componentOf('ledger', 'payments')];
  const { items } = await (await factsOf(entities)).list({ limit: 50 });
  expect(new Set(items.flatMap(({ usedBy }) => usedBy))).toEqual(
    new Set([LEDGER]),
  );
});

it('names the clusters that could not be read as a whole', async () => {
  const facts = await factsOf();
  expect((await facts.list({ limit: 1 })).unread).toEqual([]);
  const cluster = clusterHolding(held);
  cluster.reader.list = async () => {
    throw new Error('no');
  };
  const without = await factsOf(undefined, cluster);
  expect((await without.list({ limit: 1 })).unread).toEqual(['prod']);
});

it.each([
  ['kms/vault', 3, 1, [[LEDGER, 2]]],
  ['kms/other', 1, 0, [[LEDGER, 1]]],
  ['tenant/prod/payments', 3, 1, [[LEDGER, 2]]],
  ['storage-class/prod/encrypted', 4, 1, [[LEDGER, 3]]],
  ['storage-class/prod/plain', 0, 0, []],
])('counts what rests on %s', async (id, volumes, volumesOfNone, entities) => {
  const facts = await factsOf();
  const radius = await facts.blastRadius(id, { limit: 50, offset: 0 });
  expect(radius).toMatchObject({ volumes, volumesOfNone });
  expect(radius.owners).toBe(entities.length);
  expect(radius.items.map(it => [it.entityRef, it.volumes])).toEqual(entities);
});

it('does not count a claim that has no volume yet', async () => {
  const pending = made.map(({ claim }) => ({
    ...claim,
    volumeName: undefined,
    phase: 'Pending',
  }));
  const cluster = clusterHolding({ ...held, PersistentVolumeClaim: pending });
  const facts = await factsOf(undefined, cluster);
  const radius = await facts.blastRadius('kms/vault', { limit: 5, offset: 0 });
  expect(radius).toMatchObject({ volumes: 0, total: 0 });
  const { items } = await facts.list({ limit: 50 });
  const tenant = items.find(({ type }) => type === 'tenant');
  expect(tenant?.usedBy).toEqual([LEDGER]);
});

it('gives a page of the entities', async () => {
  const facts = await factsOf();
  const page = await facts.blastRadius('kms/vault', { limit: 1, offset: 1 });
  expect(page).toMatchObject({ total: 1, offset: 1, limit: 1, items: [] });
});

it('says that there is no such thing', async () => {
  const facts = await factsOf();
  await expect(
    facts.blastRadius('kms/gone', { limit: 1, offset: 0 }),
  ).rejects.toMatchObject({ code: 'not-found', field: 'of' });
});

it('does not answer where the catalog does not', async () => {
  const users = new CatalogUsers({
    auth: mockServices.auth(),
    catalog: catalogServiceMock.mock({
      streamEntities: () => {
        throw new Error('not now');
      },
    }),
    now: () => new Date(),
  });
  await expect(users.entities()).rejects.toThrow('The catalog did not answer.');
});

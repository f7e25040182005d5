import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Entity } from '@backstage/catalog-model';
import { connect, startSandbox, type Sandbox } from 'sandbox';
import { eventually } from './__testUtils__/eventually';
import {
  componentOf,
  startPortal,
  type Portal,
} from './__testUtils__/startPortal';

jest.setTimeout(120_000);

const NAMESPACE = '/api/v1/namespaces/payments';
const CLASSES = '/apis/storage.k8s.io/v1/storageclasses';

let sandbox: Sandbox;
let edge: Sandbox;
let directory: string;
let portal: Portal;

function openPortal() {
  const clusters = [['sandbox', sandbox] as const, ['edge', edge] as const].map(
    ([name, { kubernetes }]) => ({
      name,
      url: kubernetes.url,
      token: kubernetes.tokens.portal,
    }),
  );
  const { url, portalToken } = sandbox.vault;
  const kms = [{ name: 'vault', address: url, auth: { token: portalToken } }];
  return startPortal({
    volumeEncryption: { clusters, kms },
    directory,
    entities: [componentOf('ledger', 'payments')],
  });
}

/** Runs again until the catalog's Resources are as wanted. */
function resources(isWanted: (found: Map<string, Entity>) => boolean) {
  return eventually(async () => {
    await portal.refresh();
    return portal.resources();
  }, isWanted);
}

async function remove(...paths: string[]) {
  const { url, tokens } = sandbox.kubernetes;
  const headers = { authorization: `Bearer ${tokens.admin}` };
  for (const it of paths) {
    const { status } = await connect({ url, headers })('DELETE', it);
    expect([it, status]).toEqual([it, 200]);
  }
}

function relationsOf(entity: Entity | undefined, type: string): string[] {
  return (entity?.relations ?? [])
    .filter(it => it.type === type)
    .map(({ targetRef }) => targetRef);
}

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'catalog-'));
  [sandbox, edge] = await Promise.all([
    startSandbox({ seed: true }),
    startSandbox({ seed: true }),
  ]);
  portal = await openPortal();
});
afterAll(async () => {
  await portal?.stop();
  await Promise.all([sandbox?.stop(), edge?.stop()]);
  await rm(directory, { recursive: true });
});

it('has clusters, KMSs, classes and tenants as Resources', async () => {
  const found = await resources(it =>
    ['sandbox', 'edge'].every(name => it.has(`kms-tenant.${name}.payments`)),
  );
  expect([...found.keys()]).toEqual(
    expect.arrayContaining([
      'kms.vault',
      'volume-cluster.sandbox',
      'volume-cluster.edge',
      'storage-class.sandbox.ceph-rbd',
      'storage-class.edge.ceph-rbd-encrypted',
      'kms-tenant.sandbox.payments',
    ]),
  );
  const tenant = found.get('kms-tenant.sandbox.payments');
  expect(tenant?.spec).toMatchObject({
    type: 'kms-tenant',
    owner: 'group:default/payments',
  });
  expect(found.get('kms.vault')?.spec).toMatchObject({
    type: 'kms',
    owner: 'group:default/platform',
  });
  expect(tenant?.metadata.links).toEqual([
    {
      url: 'https://portal.example/volume-encryption/tenants/sandbox/payments',
      title: 'Credential and keys',
    },
  ]);
});

it('leads from the KMS over tenant and class to the component, and back', async () => {
  const found = await resources(
    it =>
      relationsOf(it.get('kms-tenant.sandbox.payments'), 'dependencyOf')
        .length > 0,
  );
  expect(relationsOf(found.get('kms.vault'), 'dependencyOf').sort()).toEqual(
    expect.arrayContaining([
      'resource:default/kms-tenant.sandbox.payments',
      'resource:default/storage-class.sandbox.ceph-rbd-encrypted',
    ]),
  );
  const tenant = found.get('kms-tenant.sandbox.payments');
  expect(relationsOf(tenant, 'dependsOn')).toEqual([
    'resource:default/kms.vault',
  ]);
  expect(relationsOf(tenant, 'dependencyOf')).toEqual([
    'component:default/ledger',
  ]);
  const component = await eventually(
    () => portal.read('/catalog/entities/by-name/component/default/ledger'),
    it => relationsOf(it, 'dependsOn').length > 0,
  );
  expect(relationsOf(component, 'dependsOn')).toEqual(
    expect.arrayContaining([
      'resource:default/kms-tenant.sandbox.payments',
      'resource:default/storage-class.sandbox.ceph-rbd-encrypted',
    ]),
  );
  expect(component.spec).not.toHaveProperty('dependsOn');
});

it('takes away a tenant that is none any more, and no other', async () => {
  await remove(
    `${NAMESPACE}/serviceaccounts/ceph-csi-vault-sa`,
    `${NAMESPACE}/configmaps/ceph-csi-kms-config`,
  );
  const found = await resources(it => !it.has('kms-tenant.sandbox.payments'));
  expect(found.has('kms-tenant.edge.payments')).toBe(true);
});

it('keeps what a dead cluster had over a restart, and takes away what is gone elsewhere', async () => {
  const before = await portal.resources();
  const ofEdge = [...before.keys()].filter(it => it.includes('.edge'));
  const users = 'storage-class.edge.ceph-rbd-encrypted';
  expect(relationsOf(before.get(users), 'dependencyOf')).toEqual([
    'component:default/ledger',
  ]);
  await portal.stop();
  await edge.stop();
  await remove(`${CLASSES}/ceph-rbd-encrypted-wffc`);
  portal = await openPortal();

  const gone = 'storage-class.sandbox.ceph-rbd-encrypted-wffc';
  const found = await resources(it => !it.has(gone));
  expect([...found.keys()]).toEqual(expect.arrayContaining(ofEdge));
  expect(relationsOf(found.get(users), 'dependencyOf')).toEqual([
    'component:default/ledger',
  ]);
});

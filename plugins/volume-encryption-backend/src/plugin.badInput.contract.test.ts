import { connect, startSandbox, type Sandbox } from 'sandbox';
import { getAsIs } from './__testUtils__/getAsIs';
import { sandboxConfig } from './__testUtils__/sandboxConfig';
import {
  componentOf,
  eventually,
  startPortal,
  type Portal,
} from './__testUtils__/startPortal';
import { itemsAt, valueAt } from './network/valueAt';
import { volumeEncryptionPlugin } from './plugin';

jest.setTimeout(60_000);

const LONG = 'a'.repeat(254);
const bad = ['', '..', '.', '%2f', 'a/b', LONG, 'ünïcode', 'a\n'];

/** Each name of each request, with whatever else it shall not be. */
const requests = [
  {
    request: {
      operation: 'claim',
      entityRef: 'component:default/ledger',
      cluster: 'sandbox',
      namespace: 'payments',
      name: 'ledger-more',
      storageClass: 'ceph-rbd-encrypted',
      size: '1Gi',
    },
    fields: {
      entityRef: ['component:default/nobody', 'nobody', 'component:../..'],
      cluster: ['nowhere', 'SANDBOX'],
      namespace: ['nowhere', 'PAYMENTS', 'insurance'],
      name: ['LEDGER'],
      storageClass: ['nothing', 'CEPH-RBD-ENCRYPTED'],
      size: ['0', '-1Gi', '5GB', 'ONE'],
    },
  },
  {
    request: {
      operation: 'storage-class',
      cluster: 'sandbox',
      name: 'new-class',
      kmsId: 'vault-tenant-sa',
      provisioner: 'rook-ceph.rbd.csi.ceph.com',
      clusterId: 'rook-ceph',
      pool: 'replicapool',
      secretNamespace: 'rook-ceph',
      provisionerSecret: 'rook-csi-rbd-provisioner',
      nodeSecret: 'rook-csi-rbd-node',
    },
    fields: {
      cluster: ['nowhere', 'SANDBOX'],
      name: ['NEW'],
      kmsId: ['nothing', 'VAULT-TENANT-SA'],
      provisioner: ['other.csi.example', 'ROOK-CEPH.RBD.CSI.CEPH.COM'],
      clusterId: [],
      pool: [],
      secretNamespace: ['ROOK'],
      provisionerSecret: ['ROOK'],
      nodeSecret: ['ROOK'],
      reclaimPolicy: ['delete'],
      bindingMode: ['immediate'],
    },
  },
  ...['tenant-secret', 'tenant-service-account'].map(operation => ({
    request: {
      operation,
      cluster: 'sandbox',
      namespace: 'insurance',
      kmsId: operation === 'tenant-secret' ? 'vault-tokens' : 'vault-tenant-sa',
    },
    fields: {
      cluster: ['nowhere', 'SANDBOX'],
      namespace: ['nowhere', 'INSURANCE'],
      kmsId: ['nothing', 'VAULT-TOKENS'],
    },
  })),
];

const ENTITIES = '/entities/component/default';
const VOLUME = '/volumes/sandbox/payments/ledger-data';
const ledger = (rest: string) => `${ENTITIES}/ledger${rest}`;

/** Each name of each path, as `<>`, and the field that the answer names. */
const paths: [path: string, field: string][] = [
  ...['/volumes', VOLUME, '/tenants'].flatMap((rest): [string, string][] => [
    [`/entities/<>/default/ledger${rest}`, 'entityRef'],
    [`/entities/component/<>/ledger${rest}`, 'entityRef'],
    [`${ENTITIES}/<>${rest}`, 'entityRef'],
  ]),
  [ledger('/volumes/<>/payments/ledger-data'), 'cluster'],
  [ledger('/volumes/sandbox/<>/ledger-data'), 'claimNamespace'],
  [ledger('/volumes/sandbox/payments/<>'), 'claim'],
  ['/clusters/<>/namespaces', 'cluster'],
  ['/clusters/<>/kms-connections', 'cluster'],
  ['/storage-classes?cluster=<>', 'cluster'],
];

let sandbox: Sandbox;
let portal: Portal;
let before: unknown;

beforeAll(async () => {
  sandbox = await startSandbox({ seed: true });
  portal = await startPortal({
    plugin: volumeEncryptionPlugin,
    config: sandboxConfig(sandbox),
    entities: [componentOf('ledger', 'payments')],
  });
  await eventually(
    () => portal.get(ledger('/volumes')),
    ({ text }) => text.split('"phase":"Bound"').length === 3,
  );
  before = await everything();
});
afterAll(async () => {
  await portal?.stop();
  await sandbox?.stop();
});

/** Whatever an operation could have changed, as the servers show it. */
async function everything() {
  const { kubernetes, vault } = sandbox;
  const authorization = `Bearer ${kubernetes.tokens.admin}`;
  const cluster = connect({ url: kubernetes.url, headers: { authorization } });
  const kms = connect({
    url: vault.url,
    headers: { 'x-vault-token': vault.rootToken },
  });
  const kinds = [
    '/apis/storage.k8s.io/v1/storageclasses',
    '/api/v1/persistentvolumeclaims',
    '/api/v1/configmaps',
    '/api/v1/serviceaccounts',
    '/api/v1/secrets',
    '/api/v1/namespaces',
  ];
  const objects = kinds.map(async kind => {
    const items = itemsAt((await cluster('GET', kind)).body, 'items');
    expect(items).not.toEqual([]);
    return items;
  });
  const mounts = await kms('GET', '/v1/sys/mounts');
  return [await Promise.all(objects), valueAt(mounts.body, 'data')];
}

describe.each(requests)('$request.operation', ({ request, fields }) => {
  it('is planned when every name is good', async () => {
    const { status } = await portal.post('/plans', request);
    expect(status).toBe(200);
  });

  it.each(
    Object.entries(fields).flatMap(([field, others]) =>
      [...bad, ...others].map(value => ({ field, value })),
    ),
  )('is refused with $field "$value"', async ({ field, value }) => {
    for (const path of ['/plans', '/operations']) {
      const { status, body } = await portal.post(path, {
        ...request,
        [field]: value,
      });
      expect([400, 403, 404]).toContain(status);
      expect(body.error).toMatchObject({ field });
    }
  });
});

describe.each(paths)('GET %s', (path, field) => {
  it.each([...bad.filter(Boolean), 'NOTHING'])(
    'is refused with "%s"',
    async value => {
      const escaped = value === '%2f' ? value : encodeURIComponent(value);
      const { status, body } = await getAsIs(
        portal.port,
        `/api/volume-encryption${path.replace('<>', escaped)}`,
      );
      expect([400, 404]).toContain(status);
      expect(body.error).toMatchObject({ field });
    },
  );

  it('is refused without a name', async () => {
    const { status } = await getAsIs(
      portal.port,
      `/api/volume-encryption${path.replace('<>', '')}`,
    );
    expect([400, 404]).toContain(status);
  });
});

it.each([
  ['/entities/component/default/nothing/volumes', 'entityRef'],
  [ledger('/volumes/nothing/payments/ledger-data'), 'cluster'],
  [ledger('/volumes/sandbox/nothing/ledger-data'), 'claim'],
  [ledger('/volumes/sandbox/payments/nothing'), 'claim'],
  ['/clusters/nothing/namespaces', 'cluster'],
  ['/clusters/nothing/kms-connections', 'cluster'],
  ['/storage-classes?cluster=nothing', 'cluster'],
])('GET %s finds nothing', async (path, field) => {
  const { status, body } = await portal.get(path);
  expect([status, body.error.field]).toEqual([404, field]);
});

it('tenants are not searched for by endless text', async () => {
  const { status, body } = await portal.get(
    `/tenants?search=${'x'.repeat(254)}`,
  );
  expect([status, body.error.field]).toEqual([400, 'search']);
});

it('no refused request has changed anything', async () => {
  expect(await everything()).toEqual(before);
});

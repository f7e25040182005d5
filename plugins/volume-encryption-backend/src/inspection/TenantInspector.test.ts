import {
  ANNOTATION_OWNER,
  LABEL_CSI_KMS,
  VolumeEncryptionError,
  type ConfigMap,
  type KmsView,
  type Namespace,
} from 'backstage-plugin-volume-encryption-common';
import type { Cluster } from 'backstage-plugin-volume-encryption-node';
import { namespaceOf } from '../__testUtils__/objects';
import type { TenantCredential } from '../custody';
import { KeyInventory } from '../keyInventory/KeyInventory';
import { KmsFacts } from '../status';
import { Systems } from '../systems';
import {
  accountIn,
  clusterHolding,
  configIn,
  connectionsMap,
  encryptedIn,
  indexOf,
  recordOf,
  type Held,
} from './__testUtils__/indexOf';
import { vaultNamed } from './__testUtils__/vaultNamed';
import { TenantInspector } from './TenantInspector';
import { tenantSummary } from './tenantSummary';

jest.mock('./tenantSummary', () => {
  const real = jest.requireActual('./tenantSummary');
  return { ...real, tenantSummary: jest.fn(real.tenantSummary) };
});

const VAULT = 'https://vault.example:8200';
const NOW = new Date('2026-01-10T00:00:00Z');
const page = { limit: 50, offset: 0 };
const connections = connectionsMap({
  sa: ['vaulttenantsa', VAULT],
  tokens: ['vaulttokens', VAULT],
});

/** With the label by which Vault's role selects namespaces. */
function selected({ meta, ...rest }: Namespace): Namespace {
  return { ...rest, meta: { ...meta, labels: { [LABEL_CSI_KMS]: 'enabled' } } };
}

const held: Held = {
  ConfigMap: [connections],
  ServiceAccount: [accountIn('web'), accountIn('api')],
  Namespace: [
    selected(namespaceOf('web', { [ANNOTATION_OWNER]: 'group:shop' })),
    namespaceOf('api'),
    namespaceOf('batch', { [ANNOTATION_OWNER]: 'payments' }),
  ],
  PersistentVolume: [encryptedIn('web', 'sa')],
};

const HEALTH: KmsView = {
  name: 'vault',
  address: VAULT,
  state: 'active',
  peers: [],
  observedAt: NOW.toISOString(),
};
const ROLE = {
  bound_service_account_names: ['ceph-csi-vault-sa'],
  bound_service_account_namespace_selector:
    '{"matchLabels":{"csi-kms":"enabled"}}',
  token_policies: ['csi-tenant-sa'],
};

/** Of the keys of tenant `prod.web`. */
const MOUNT = 'csi/prod.web';

type Get = Parameters<typeof clusterHolding>[1];
async function inspectorOf(
  recorded: TenantCredential[] = [],
  { get, ...rest }: Held & Get = {},
  {
    now = () => NOW,
    indexNow = now,
  }: { now?: () => Date; indexNow?: () => Date } = {},
) {
  const clusters = [clusterHolding({ ...held, ...rest }, { get })];
  const kms = vaultNamed('vault', VAULT);
  kms.health = async () => HEALTH;
  kms.setup.readAuthRole = jest.fn(async () => ROLE);
  const parts = {
    index: await indexOf(clusters, indexNow),
    systems: new Systems({ clusters, kms: [kms] }),
    kmsFacts: new KmsFacts(now),
    now,
  };
  const inspector = new TenantInspector({
    ...parts,
    credentials: { all: async () => recorded },
    keyInventory: new KeyInventory({ ...parts, kms: [kms] }),
  });
  return { inspector, kms };
}

it('lists tenants with their owner, custody and volumes', async () => {
  const { inspector } = await inspectorOf([recordOf('batch')]);
  expect(await inspector.list(page)).toMatchObject({
    total: 3,
    items: [
      { id: 'prod.api', owner: undefined, custody: 'vaulttenantsa' },
      {
        id: 'prod.batch',
        owner: 'group:default/payments',
        custody: 'vaulttokens',
        kmsIds: ['tokens'],
        volumes: 0,
      },
      {
        id: 'prod.web',
        owner: 'group:default/shop',
        kms: 'vault',
        kmsIds: ['sa'],
        credential: { kind: 'tenant-service-account', state: 'live' },
        volumes: 1,
      },
    ],
    problems: [],
  });
});

it.each([
  ['web', ['prod.web']],
  ['SHOP', ['prod.web']],
  ['prod', ['prod.api', 'prod.batch', 'prod.web']],
  ['nothing of it', []],
])('finds "%s" in namespace, cluster and owner', async (search, ids) => {
  const { inspector } = await inspectorOf([recordOf('batch')]);
  const { items, total } = await inspector.list({ ...page, search });
  expect(items.map(({ id }) => id)).toEqual(ids);
  expect(total).toBe(ids.length);
});

it('gives one page, and how many there are', async () => {
  const { inspector } = await inspectorOf([recordOf('batch')]);
  jest.mocked(tenantSummary).mockClear();
  expect(await inspector.list({ limit: 1, offset: 1 })).toMatchObject({
    total: 3,
    items: [{ id: 'prod.batch' }],
  });
  expect(tenantSummary).toHaveBeenCalledTimes(1);
});

it('is as its worst token is, where it has one in each of two Secrets', async () => {
  const ended = { id: 'other', expiresAt: '2026-01-09T00:00:00Z' };
  const inOther = recordOf('batch', { ...ended, secretName: 'other-token' });
  const usual = recordOf('batch', { secretName: 'ceph-csi-kms-token' });
  const worst = {
    state: 'expired',
    message: expect.stringContaining('Secret "other-token"'),
  };
  const former = { ...usual, id: 'former', expiresAt: ended.expiresAt };
  for (const recorded of [
    [former, inOther, usual],
    [former, usual, inOther],
  ]) {
    const { inspector } = await inspectorOf(recorded, {
      get: () => Promise.reject(new Error('No answer.')),
    });
    const { items } = await inspector.list({ ...page, search: 'batch' });
    expect(items).toMatchObject([{ credential: worst }]);
    const { tenant } = await inspector.inspect({
      ...page,
      cluster: 'prod',
      namespace: 'batch',
    });
    expect(tenant.credential).toMatchObject(worst);
  }
  const { inspector } = await inspectorOf([former, usual]);
  const { items } = await inspector.list({ ...page, search: 'batch' });
  expect(items).toMatchObject([{ credential: { state: 'live' } }]);
});

it('counts by state whatever the page, and lists those of one state', async () => {
  const ended = { expiresAt: '2026-01-09T00:00:00Z' };
  const { inspector } = await inspectorOf([recordOf('batch', ended)]);
  const states = { live: 1, refused: 1, expired: 1 };
  expect(await inspector.list({ limit: 1, offset: 0 })).toMatchObject({
    ...{ total: 3, states, items: [{ id: 'prod.api' }] },
  });
  expect(await inspector.list({ ...page, state: 'expired' })).toMatchObject({
    ...{ total: 1, states, items: [{ id: 'prod.batch' }] },
  });
});

it('looks at the credential that is asked for where there are two', async () => {
  const ended = { expiresAt: '2026-01-09T00:00:00Z' };
  const { inspector } = await inspectorOf([
    recordOf('batch'),
    recordOf('batch', { kms: 'other', id: 'second', ...ended }),
  ]);
  const place = { ...page, cluster: 'prod', namespace: 'batch' };
  const { tenant, drift } = await inspector.inspect({ ...place, kms: 'other' });
  expect(tenant).toMatchObject({ kms: 'other' });
  expect(drift.find(it => it.code === 'second-credential')).toMatchObject({
    message: expect.stringContaining('vaulttokens of KMS vault'),
  });
  const first = await inspector.inspect({ ...place, custody: 'vaulttokens' });
  expect(first.tenant.kms).toBe('vault');
  await expect(
    inspector.inspect({ ...place, custody: 'vaulttenantsa' }),
  ).rejects.toMatchObject({
    ...{ code: 'not-found', field: 'custody' },
    message: expect.stringContaining(
      'vaulttokens of KMS vault, vaulttokens of KMS other',
    ),
  });
});

it('calls no namespace that it could not read one that serves nobody', async () => {
  const error = new VolumeEncryptionError('cluster-denied', 'No right.');
  const get = jest.fn().mockRejectedValue(error);
  const { inspector } = await inspectorOf([], { get });
  const place = { cluster: 'prod', namespace: 'web' };
  const { tenant } = await inspector.inspect({ ...page, ...place });
  expect(tenant).toMatchObject({ owner: undefined, ownerKnown: false });
});

it('knows no other cluster', async () => {
  const { inspector } = await inspectorOf();
  const unknown = expect.objectContaining({ code: 'unknown-cluster' });
  const cluster = 'other';
  await expect(inspector.list({ ...page, cluster })).rejects.toEqual(unknown);
  await expect(
    inspector.inspect({ ...page, cluster, namespace: 'web' }),
  ).rejects.toEqual(unknown);
});

it('knows no namespace that is no tenant', async () => {
  const { inspector } = await inspectorOf();
  await expect(
    inspector.inspect({ ...page, cluster: 'prod', namespace: 'batch' }),
  ).rejects.toMatchObject({ code: 'not-found', field: 'namespace' });
});

const malformed = { ...connections, data: { 'config.json': 'no JSON' } };

it.each([
  ['malformed', { ConfigMap: [malformed] }, 'connections-malformed'],
  ['gone', { ConfigMap: [] }, 'connection-missing'],
])('tells that connections are %s', async (_, changed, code) => {
  const { inspector } = await inspectorOf([], changed);
  expect(await inspector.list(page)).toMatchObject({
    total: 2,
    items: [
      { id: 'prod.api', credential: { state: 'unknown' } },
      { id: 'prod.web', credential: { state: 'unknown' } },
    ],
    problems: [{ source: 'cluster', name: 'prod', code }],
  });
  const place = { cluster: 'prod', namespace: 'other' };
  const asked = inspector.inspect({ ...page, ...place });
  await expect(asked).rejects.toThrow('It may be one nonetheless.');
});

it('tells that it is not known where connections are read', async () => {
  const cluster = clusterHolding(held);
  jest.mocked(cluster.reader.list).mockRejectedValue(new Error('canary'));
  const parts = {
    index: await indexOf([cluster], () => NOW),
    systems: new Systems({ clusters: [cluster], kms: [] }),
    kmsFacts: new KmsFacts(() => NOW),
    now: () => NOW,
  };
  const inspector = new TenantInspector({
    ...parts,
    credentials: { all: async () => [] },
    keyInventory: new KeyInventory({ ...parts, kms: [] }),
  });
  const { problems } = await inspector.list(page);
  expect(problems).toMatchObject([{ name: 'prod', code: 'source-unknown' }]);
});

it.each<[string, Partial<TenantCredential>, object]>([
  ['lives', {}, { state: 'live', daysLeft: 21 }],
  [
    'has ended',
    { expiresAt: '2026-01-09T00:00:00Z' },
    { state: 'expired', daysLeft: 0, renewsAt: undefined },
  ],
  [
    'is lost',
    { lost: true },
    { state: 'lost', daysLeft: undefined, renewsAt: undefined },
  ],
  [
    'should have been renewed long ago',
    { expiresAt: '2026-01-12T00:00:00Z', lastFailure: 'Vault is sealed.' },
    { state: 'expiring', daysLeft: 2, lastFailure: 'Vault is sealed.' },
  ],
  ['was never delivered', { state: 'minted' }, { state: 'missing' }],
])('says of a token that it %s', async (_, fields, credential) => {
  const { inspector } = await inspectorOf([recordOf('batch', fields)]);
  const { items } = await inspector.list({ ...page, search: 'batch' });
  expect(items[0].credential).toMatchObject(credential);
});

it('tells what fails, and answers with the rest', async () => {
  const { inspector, kms } = await inspectorOf([recordOf('batch')], {
    get: async kind => {
      if (kind !== 'Secret') return undefined;
      throw new VolumeEncryptionError('cluster-denied', 'No right on Secrets.');
    },
  });
  const sealed = new VolumeEncryptionError('kms-sealed', 'It is sealed.');
  kms.readMount = jest.fn().mockRejectedValue(sealed);
  kms.tokens.lookup = jest.fn().mockRejectedValue(new Error('canary'));
  const inspection = await inspector.inspect({
    ...{ ...page, cluster: 'prod', namespace: 'batch' },
  });
  expect(inspection).toMatchObject({
    tenant: {
      id: 'prod.batch',
      credential: { state: 'unknown', message: 'No right on Secrets.' },
    },
    mount: 'csi/prod.batch',
    keys: { total: 0, items: [] },
    problems: [
      { source: 'cluster', name: 'prod', code: 'cluster-denied' },
      { source: 'kms', name: 'vault', code: 'kms-sealed' },
      { source: 'kms', name: 'vault', code: 'kms-failed' },
    ],
  });
  expect(JSON.stringify(inspection)).not.toContain('canary');
});

it('calls no token live that is in no Secret, nor one the KMS is silent on', async () => {
  const stateOf = async (get: Cluster['reader']['get'], lookup: jest.Mock) => {
    const { inspector, kms } = await inspectorOf([recordOf('batch')], { get });
    kms.readMount = jest.fn().mockResolvedValue(undefined);
    kms.tokens.lookup = lookup;
    const place = { cluster: 'prod', namespace: 'batch' };
    const { tenant } = await inspector.inspect({ ...page, ...place });
    expect(tenant.credential).toMatchObject({ daysLeft: undefined });
    return tenant.credential.state;
  };
  const silent = jest.fn().mockRejectedValue(new Error('silent'));
  expect(await stateOf(async () => undefined, silent)).toBe('missing');
  const lost = jest.fn().mockResolvedValue(undefined);
  const denied = new VolumeEncryptionError('cluster-denied', 'No right.');
  const get = jest.fn().mockRejectedValue(denied);
  expect(await stateOf(get, silent)).toBe('unknown');
  expect(await stateOf(get, lost)).toBe('lost');
});

it('shows nothing of a token that turns out not to be ours', async () => {
  const { inspector, kms } = await inspectorOf([recordOf('batch')]);
  kms.readMount = jest.fn().mockResolvedValue(undefined);
  kms.tokens.lookup = jest.fn().mockResolvedValue({
    path: 'auth/token/create/others',
    meta: { theirs: 'canary' },
    policies: ['theirs'],
    boundCidrs: [],
  });
  const inspection = await inspector.inspect({
    ...{ ...page, cluster: 'prod', namespace: 'batch' },
  });
  expect(inspection.identity).toBeUndefined();
  expect(inspection.problems).toEqual([
    expect.objectContaining({
      code: 'kms-failed',
      message: expect.stringContaining('was not made by the portal'),
    }),
  ]);
  expect(JSON.stringify(inspection)).not.toContain('canary');
});

it('names a key that is not described, and shows the others', async () => {
  const overrides = { ...configIn('web'), data: { vaultBackendPath: MOUNT } };
  const { inspector, kms } = await inspectorOf([], {
    ConfigMap: [connections, overrides],
  });
  kms.readMount = jest.fn().mockResolvedValue({ type: 'kv', version: '2' });
  kms.readMountConfig = jest.fn().mockResolvedValue({ casRequired: true });
  kms.listKeys = jest.fn().mockResolvedValue(new Set(['0001-pv-web', 'bad']));
  kms.describeKey = jest.fn(async ({ name }) => {
    if (name === 'bad') {
      throw new VolumeEncryptionError('kms-denied', 'No right on bad.');
    }
    return { presence: 'present' as const, writtenByTenant: true };
  });
  expect(
    await inspector.inspect({ ...page, cluster: 'prod', namespace: 'web' }),
  ).toMatchObject({
    drift: expect.arrayContaining([
      expect.objectContaining({ code: 'mount-wants-cas' }),
    ]),
    keys: {
      total: 2,
      items: [
        {
          name: '0001-pv-web',
          key: { presence: 'present', writtenByTenant: true },
          state: 'present',
          users: [{ cluster: 'prod', name: 'pv-web', of: 'web/data' }],
        },
      ],
    },
    problems: [{ code: 'kms-denied', message: 'No right on bad.' }],
  });
});

describe('a tenant with a ServiceAccount', () => {
  const web = { cluster: 'prod', namespace: 'web' };
  const account = accountIn('web');
  const namespace = selected(namespaceOf('web'));
  const overriding = (data: Record<string, string>): ConfigMap => ({
    ...configIn('web'),
    data: { vaultBackend: 'kv-v2', ...data },
  });

  type Shown = {
    account?: typeof account;
    namespace?: Namespace;
    configMap?: ConfigMap;
    role?: typeof ROLE;
  };

  /** The state in the list, and where it is looked at closely. */
  async function statesOf(shown: Shown) {
    const its: Shown = { account, namespace, role: ROLE, ...shown };
    const configMap = its.configMap ?? overriding({});
    const get: Cluster['reader']['get'] = async kind => {
      const objects = {
        ServiceAccount: its.account,
        Namespace: its.namespace,
        ConfigMap: configMap,
      };
      return JSON.parse(JSON.stringify(objects))[kind];
    };
    const { inspector, kms } = await inspectorOf([], {
      ServiceAccount: its.account ? [its.account] : [],
      Namespace: its.namespace ? [its.namespace] : [],
      ConfigMap: [connections, configMap],
      get,
    });
    kms.setup.readAuthRole = jest.fn(async () => its.role);
    kms.readMount = jest.fn(async () => undefined);
    const { items } = await inspector.list(page);
    const { tenant } = await inspector.inspect({ ...page, ...web });
    expect(tenant.credential).toEqual(items[0].credential);
    return tenant.credential.state;
  }

  it.each<[string, Shown, string]>([
    ['is live where the role admits it', {}, 'live'],
    [
      'is refused without its label',
      { namespace: namespaceOf('web') },
      'refused',
    ],
    ['is refused without the role', { role: undefined }, 'refused'],
    [
      'is unknown with another role',
      { configMap: overriding({ vaultRole: 'mine' }) },
      'unknown',
    ],
    [
      'is missing under the name that it chose',
      { configMap: overriding({ tenantSAName: 'mine' }) },
      'missing',
    ],
  ])('%s, in the list and closely', async (_, shown, state) => {
    expect(await statesOf(shown)).toBe(state);
  });

  it('names a refused login among the differences', async () => {
    const { inspector, kms } = await inspectorOf([], {
      get: async kind =>
        JSON.parse(
          JSON.stringify({
            ServiceAccount: account,
            Namespace: namespace,
            ConfigMap: overriding({}),
          }),
        )[kind],
    });
    kms.setup.readAuthRole = jest.fn(async () => undefined);
    const { drift } = await inspector.inspect({ ...page, ...web });
    expect(drift).toContainEqual(
      expect.objectContaining({ code: 'login-refused', severity: 'error' }),
    );
  });

  it('names a role that was not read among the problems', async () => {
    const { inspector, kms } = await inspectorOf();
    const denied = new VolumeEncryptionError('kms-denied', 'No right on it.');
    kms.setup.readAuthRole = jest.fn().mockRejectedValue(denied);
    const { problems, drift } = await inspector.inspect({ ...page, ...web });
    expect(problems).toContainEqual({
      ...{ source: 'kms', name: 'vault', code: 'kms-denied' },
      message: 'No right on it.',
    });
    expect(drift.map(({ code }) => code)).not.toContain('login-refused');
  });

  it('calls no login live by a role that was read long ago', async () => {
    const at = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
    const times = [NOW];
    const { inspector, kms } = await inspectorOf(
      [],
      {},
      { now: () => times[0], indexNow: () => at(6) },
    );
    const stateOf = async () =>
      (await inspector.list(page)).items[1].credential;
    expect(await stateOf()).toMatchObject({ state: 'live' });
    const sealed: KmsView = { ...HEALTH, state: 'sealed' };
    kms.health = async () => sealed;
    times[0] = at(4);
    expect(await stateOf()).toMatchObject({ state: 'live' });
    times[0] = at(6);
    expect(await stateOf()).toMatchObject({
      state: 'unknown',
      message: expect.stringMatching(
        /role "csi-tenant".* last seen at 2026-01-10/,
      ),
    });
  });

  it('costs one call for the role of all', async () => {
    const { inspector, kms } = await inspectorOf();
    const { items } = await inspector.list(page);
    expect(items).toHaveLength(2);
    expect(kms.setup.readAuthRole).toHaveBeenCalledTimes(1);
  });
});

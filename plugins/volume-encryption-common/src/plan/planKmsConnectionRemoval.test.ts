import type { ConnectionState } from './connectionState';
import { overridesConcerned } from './overridesConcerned';
import { planKmsConnectionRemoval } from './planKmsConnectionRemoval';
import { connectionStateOf, FROM_FILE, mapOf } from './testConnectionState';
import { storageClassOf, VAULT_SA, volumeOf } from './testState';
import { accountOf, contentOf } from './testTenant';

const request = {
  operation: 'kms-connection-removal',
  cluster: 'prod',
  kmsId: 'vault-sa',
} as const;

function plan(state: Partial<ConnectionState>) {
  return planKmsConnectionRemoval(request, connectionStateOf(state));
}

it.each([
  ['a connection', VAULT_SA],
  ['a malformed entry', '{'],
])('takes %s away', (_, entry) => {
  const configMap = mapOf({ 'vault-sa': entry, other: VAULT_SA });
  expect(plan({ configMap }).steps).toMatchObject([
    { kind: 'patch', change: 'delete', patch: { data: { 'vault-sa': null } } },
  ]);
});

it('takes an entry out of a mounted file', () => {
  const text = JSON.stringify({ 'vault-sa': VAULT_SA, other: VAULT_SA });
  const configMap = mapOf({ 'config.json': text });
  expect(plan({ source: FROM_FILE, configMap }).steps).toMatchObject([
    {
      change: 'update',
      patch: { data: { 'config.json': JSON.stringify({ other: VAULT_SA }) } },
    },
  ]);
});

it('takes what is no object out of a mounted file', () => {
  const configMap = mapOf({ 'config.json': '{"vault-sa":null}' });
  expect(plan({ source: FROM_FILE, configMap }).steps).toMatchObject([
    { patch: { data: { 'config.json': '{}' } } },
  ]);
});

it('knows no such connection in a mounted file', () => {
  const configMap = mapOf({ 'config.json': '{}' });
  expect(() => plan({ source: FROM_FILE, configMap })).toThrow(
    expect.objectContaining({ code: 'unknown-connection' }),
  );
});

it.each([undefined, mapOf({}), mapOf({ other: VAULT_SA })])(
  'knows no such connection in %j',
  configMap => {
    expect(() => plan({ configMap })).toThrow(
      expect.objectContaining({ code: 'unknown-connection', field: 'kmsId' }),
    );
  },
);

it.each<[string, Partial<ConnectionState>]>([
  ['StorageClasses encrypted', { storageClasses: [storageClassOf()] }],
  ['volumes pvc-1', { volumes: [volumeOf('pvc-1')] }],
])('is refused while it is named by %s', (users, state) => {
  const configMap = mapOf({ 'vault-sa': VAULT_SA });
  expect(() => plan({ configMap, ...state })).toThrow(
    expect.objectContaining({
      code: 'in-use',
      message: expect.stringContaining(users),
    }),
  );
});

describe('while tenants have credentials', () => {
  const TOKENS = { ...VAULT_SA, encryptionKMSType: 'vaulttokens' };
  const recordedTokens = [
    { namespace: 'payments', kms: 'vault' },
    { namespace: 'payments', kms: 'vault' },
    { namespace: 'orders', kms: 'second' },
  ];
  const serviceAccounts = [accountOf()];

  it.each<[string, Partial<ConnectionState>]>([
    [
      'tokens on record',
      { configMap: mapOf({ 'vault-sa': TOKENS }), recordedTokens },
    ],
    [
      'tokens on record, and another type of connection',
      {
        configMap: mapOf({ 'vault-sa': TOKENS, other: VAULT_SA }),
        recordedTokens,
      },
    ],
    [
      'an account of ours',
      { configMap: mapOf({ 'vault-sa': VAULT_SA }), serviceAccounts },
    ],
    [
      'an account of ours, and a connection to another KMS',
      {
        configMap: mapOf({
          'vault-sa': VAULT_SA,
          other: {
            ...VAULT_SA,
            vaultAddress: 'https://second.example:8200',
          },
        }),
        serviceAccounts,
      },
    ],
    [
      'an account of ours that another connection does not look for',
      {
        configMap: mapOf({
          'vault-sa': VAULT_SA,
          other: { ...VAULT_SA, tenantSAName: 'another' },
        }),
        serviceAccounts,
      },
    ],
  ])('is refused with %s', (_, state) => {
    expect(() => plan(state)).toThrow(
      expect.objectContaining({
        code: 'in-use',
        field: 'kmsId',
        message: expect.stringContaining('in the namespaces payments.'),
      }),
    );
  });

  it.each<[string, Partial<ConnectionState>]>([
    [
      'another connection leads to their tokens',
      {
        configMap: mapOf({ 'vault-sa': TOKENS, other: TOKENS }),
        recordedTokens,
      },
    ],
    [
      'another connection looks for their accounts',
      {
        configMap: mapOf({ 'vault-sa': VAULT_SA, other: VAULT_SA }),
        serviceAccounts,
      },
    ],
    [
      'they are of another type',
      { configMap: mapOf({ 'vault-sa': VAULT_SA }), recordedTokens },
    ],
    [
      'the account is of somebody else',
      {
        configMap: mapOf({ 'vault-sa': VAULT_SA }),
        serviceAccounts: [accountOf({ labels: {} })],
      },
    ],
    [
      'the entry is malformed',
      { configMap: mapOf({ 'vault-sa': '{' }), serviceAccounts },
    ],
  ])('goes where %s', (_, state) => {
    expect(plan(state).steps).toHaveLength(1);
  });
});

it('names the snapshots of which nobody can tell whether they need it', () => {
  const configMap = mapOf({ 'vault-sa': VAULT_SA });
  const of = volumeOf('other', { kmsId: 'other' });
  const sourceVolumeHandle = of.csi?.volumeHandle;
  const contents = [
    contentOf('lost'),
    contentOf('kept', { sourceVolumeHandle }),
    contentOf('foreign', { driver: 'ebs.csi.aws.com' }),
  ];
  const state = { configMap, volumes: [of], snapshotContents: contents };
  expect(plan(state).notes).toMatchObject([
    {
      code: 'snapshots-may-need-it',
      severity: 'warning',
      message: expect.stringContaining('Contents content-of-lost. If'),
    },
  ]);
});

it('is refused while another entry blocks everybody', () => {
  const configMap = mapOf({ 'vault-sa': VAULT_SA, bad: '{' });
  expect(() => plan({ configMap })).toThrow(
    expect.objectContaining({ code: 'conflict' }),
  );
});

describe('the overrides that a change depends on', () => {
  const volumes = [
    volumeOf('a'),
    volumeOf('b'),
    volumeOf('c', { namespace: 'orders' }),
  ];
  const configMap = mapOf({ 'vault-sa': VAULT_SA });
  const concerned = (change: Record<string, string>, state = { volumes }) =>
    overridesConcerned(
      {
        ...request,
        operation: 'kms-connection',
        options: { ...VAULT_SA, ...change },
      },
      { configMap, ...state },
    );

  it('are those of the namespaces with volumes, once each', () => {
    expect(concerned({ vaultBackendPath: 'new' })).toEqual([
      { namespace: 'payments', name: 'ceph-csi-kms-config' },
      { namespace: 'orders', name: 'ceph-csi-kms-config' },
    ]);
  });

  it('are those before and after where their name changes', () => {
    const state = { volumes: [volumeOf('a')] };
    const names = concerned({ tenantConfigName: 'new' }, state);
    expect(names.map(it => it.name)).toEqual(['ceph-csi-kms-config', 'new']);
  });

  it('are those too where another credential is asked with', () => {
    expect(concerned({ vaultRole: 'new' })).toHaveLength(2);
  });

  it('are none where nothing changes, and none for a removal', () => {
    expect(concerned({ vaultDestroyKeys: 'false' })).toEqual([]);
    expect(overridesConcerned(request, { configMap, volumes })).toEqual([]);
  });
});

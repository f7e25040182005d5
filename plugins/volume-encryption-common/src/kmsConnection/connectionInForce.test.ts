import { testConfigMap } from '../kubernetes/testObjects';
import { connectionInForce, tenantOverrides } from './connectionInForce';
import { testConnection } from './testConnection';

const everything = testConfigMap({
  vaultAddress: 'https://mine.example',
  vaultBackend: 'kv-v2',
  vaultBackendPath: 'csi/prod.payments',
  vaultNamespace: 'mine',
  vaultAuthNamespace: 'mine',
  vaultDestroyKeys: 'false',
  vaultTLSServerName: 'mine',
  vaultCAVerify: 'false',
  vaultCAFromSecret: 'mine',
  tenantSAName: 'mine',
  vaultAuthPath: 'mine',
  vaultRole: 'mine',
  tenantTokenName: 'mine',
  tenantConfigName: 'mine',
  encryptionKMSType: 'vault',
});
const ofAnyTenant = [
  'vaultAddress',
  'vaultBackend',
  'vaultBackendPath',
  'vaultNamespace',
  'vaultAuthNamespace',
  'vaultDestroyKeys',
  'vaultTLSServerName',
  'vaultCAVerify',
];

it.each([
  ['vaulttokens', ofAnyTenant],
  [
    'vaulttenantsa',
    [...ofAnyTenant, 'tenantSAName', 'vaultAuthPath', 'vaultRole'],
  ],
  ['vault', []],
  ['metadata', []],
  ['constructor', []],
])('a tenant of type %s may set', (kmsType, names) => {
  const shared = testConnection(kmsType);
  expect(tenantOverrides(shared, everything)).toEqual(names);
  const { options } = connectionInForce(shared, everything);
  const changed = Object.fromEntries(
    names.map(it => [it, everything.data[it]]),
  );
  expect(options).toEqual({ ...shared.options, ...changed });
});

it('is the shared one where the tenant has no settings', () => {
  const shared = testConnection('vaulttokens');
  expect(connectionInForce(shared, undefined)).toEqual(shared);
  expect(connectionInForce(shared, testConfigMap({}))).toEqual(shared);
});

it('leaves the shared one as it was', () => {
  const shared = testConnection('vaulttokens');
  connectionInForce(shared, everything);
  expect(shared).toEqual(testConnection('vaulttokens'));
});

it('takes an empty setting for one, as Ceph CSI does', () => {
  const shared = testConnection('vaulttokens', { vaultNamespace: 'a' });
  const { options } = connectionInForce(
    shared,
    testConfigMap({ vaultNamespace: '' }),
  );
  expect(options.vaultNamespace).toBe('');
});

it.each([
  [
    'that is the same',
    { vaultNamespace: 'a', vaultAuthNamespace: 'a' },
    'mine',
  ],
  ['that is another', { vaultNamespace: 'a', vaultAuthNamespace: 'b' }, 'b'],
  ['that is not set', { vaultNamespace: 'a' }, undefined],
])(
  "a tenant's namespace and a shared one to log in to %s",
  (_, options, expected) => {
    const overrides = testConfigMap({ vaultNamespace: 'mine' });
    const shared = testConnection('vaulttenantsa', options);
    const { options: inForce } = connectionInForce(shared, overrides);
    expect(inForce.vaultNamespace).toBe('mine');
    expect(inForce.vaultAuthNamespace).toBe(expected);
  },
);

import { TEST_HANDLE } from '../kubernetes/testObjects';
import { keyLocation, keyValueVersion } from './keyLocation';
import { testConnection } from './testConnection';

it.each<[string, Record<string, string>, string, string]>([
  ['vaulttokens', {}, 'secret', TEST_HANDLE],
  ['vaulttokens', { vaultBackendPath: '' }, 'secret', TEST_HANDLE],
  [
    'vaulttenantsa',
    { vaultBackendPath: 'csi/prod.payments' },
    'csi/prod.payments',
    TEST_HANDLE,
  ],
  ['vaulttenantsa', { vaultBackendPath: '/csi/' }, 'csi', TEST_HANDLE],
  [
    'vaulttokens',
    { vaultNamespace: '/team/', vaultBackendPath: 'csi' },
    'team/csi',
    TEST_HANDLE,
  ],
  ['vaulttokens', { vaultNamespace: '' }, 'secret', TEST_HANDLE],
  [
    'vaulttokens',
    { vaultPassphrasePath: 'ceph-csi/', vaultPassphraseRoot: '/v1/kv' },
    'secret',
    TEST_HANDLE,
  ],
  [
    'vault',
    { vaultPassphrasePath: 'ceph-csi/' },
    'secret',
    `ceph-csi/${TEST_HANDLE}`,
  ],
  [
    'vault',
    { vaultPassphraseRoot: '/v1/kv', vaultBackendPath: 'other' },
    'kv',
    TEST_HANDLE,
  ],
])('%s with %j', (kmsType, options, mount, name) => {
  const connection = testConnection(kmsType, options);
  expect(keyLocation(connection, TEST_HANDLE)).toEqual({ mount, name });
});

it.each([
  ['kv', 'v1'],
  ['kv-v2', 'v2'],
  ['kv-v1', 'detected'],
  ['KV-V2', 'detected'],
  ['', 'detected'],
])('backend "%s" is version %s', (vaultBackend, version) => {
  expect(keyValueVersion(testConnection('vault', { vaultBackend }))).toBe(
    version,
  );
});

it('looks the version up when no backend is named', () => {
  const bare = testConnection('vault', {}, { options: {} });
  expect(keyValueVersion(bare)).toBe('detected');
});

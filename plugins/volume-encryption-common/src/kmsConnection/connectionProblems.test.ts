import { connectionProblems } from './connectionProblems';
import { testConnection } from './testConnection';

function codesOf(connection: ReturnType<typeof testConnection>) {
  return connectionProblems(connection).map(it => `${it.code} ${it.severity}`);
}

const complete = {
  vaultAuthPath: '/v1/auth/kubernetes/login',
  vaultRole: 'csi',
  vaultPassphrasePath: '',
};

it.each([
  testConnection('vaulttokens'),
  testConnection('vaulttenantsa'),
  testConnection('vault', complete),
  testConnection('metadata', {}, { options: {} }),
  testConnection('azure-kv', {}, { options: {} }),
  testConnection('vaulttokens', { vaultAddress: 'http://127.0.0.1:8200' }),
  testConnection('vaulttokens', { vaultAddress: 'http://localhost:8200' }),
])('finds nothing wrong with %j', connection => {
  expect(codesOf(connection)).toEqual([]);
});

it.each([
  ['no type', testConnection(''), 'connection-type-missing error'],
  ['an odd type', testConnection('Vault'), 'connection-type-unknown error'],
  [
    'an option that is no text',
    testConnection('vaulttokens', {}, { notText: ['vaultCAVerify'] }),
    'connection-option-not-text error',
  ],
  [
    'no address',
    testConnection('vaulttokens', {}, { options: {} }),
    'connection-incomplete error',
  ],
  [
    'an address without a scheme',
    testConnection('vaulttokens', { vaultAddress: 'vault:8200' }),
    'connection-incomplete error',
  ],
  ['no role', testConnection('vault'), 'connection-incomplete error'],
  [
    'an empty auth path',
    testConnection('vaulttenantsa', { vaultAuthPath: '' }),
    'connection-incomplete error',
  ],
  [
    'an ignored option',
    testConnection('vaulttokens', {}, { ignored: ['vaultRole'] }),
    'connection-option-ignored warning',
  ],
  [
    'no TLS',
    testConnection('vaulttokens', { vaultAddress: 'http://vault:8200' }),
    'connection-insecure warning',
  ],
  [
    'a name that only begins like the own machine',
    testConnection('vaulttokens', { vaultAddress: 'http://localhost.evil' }),
    'connection-insecure warning',
  ],
  [
    'certificates not verified',
    testConnection('vaulttokens', { vaultCAVerify: 'false' }),
    'connection-insecure warning',
  ],
])('finds %s', (_, connection, expected) => {
  expect(codesOf(connection)).toEqual([expected]);
});

it('names all options that are missing, and the connection', () => {
  const bare = testConnection('vault', {}, { options: {}, kmsId: 'mine' });
  const [{ message }] = connectionProblems(bare);
  expect(message).toContain('"mine"');
  expect(message).toContain(
    'vaultAddress, vaultAuthPath, vaultRole, vaultPassphrasePath',
  );
});

import { connectionProblems } from './connectionProblems';
import type { KmsConnection } from './kmsConnection';
import { testConnection } from './testConnection';

function codesOf(connection: ReturnType<typeof testConnection>) {
  return connectionProblems(connection).map(it => `${it.code} ${it.severity}`);
}

const complete = {
  vaultAuthPath: '/v1/auth/kubernetes/login',
  vaultRole: 'csi',
  vaultPassphrasePath: '',
};

const AZURE = {
  AZURE_VAULT_URL: 'https://keys.example',
  AZURE_CLIENT_ID: 'client',
  AZURE_TENANT_ID: 'directory',
};
const { AZURE_TENANT_ID: unset, ...INCOMPLETE_AZURE } = AZURE;
const ADDRESS = 'https://vault.example:8200';
const IBM = { IBM_KP_SERVICE_INSTANCE_ID: 'instance' };

it.each([
  testConnection('vaulttokens'),
  testConnection('vaulttenantsa'),
  testConnection('vault', complete),
  testConnection('metadata', {}, { options: {} }),
  testConnection('azure-kv', {}, { options: AZURE }),
  testConnection('aws-metadata', {}, { options: { AWS_REGION: 'eu' } }),
  testConnection('aws-sts-metadata', {}, { options: {} }),
  testConnection('ibmkeyprotect', {}, { options: IBM }),
  testConnection('kmip', {}, { options: { KMIP_ENDPOINT: 'kmip:5696' } }),
  testConnection('vaulttokens', { vaultBackend: 'kv' }),
  testConnection('vaulttokens', { vaultBackendPath: 'csi/prod.payments/' }),
  testConnection('vaulttokens', { vaultCAVerify: 'T' }),
  testConnection('vaulttenantsa', {
    vaultClientCertFromSecret: 'certificate',
    vaultClientCertKeyFromSecret: 'key',
  }),
  testConnection('vaulttenantsa', {
    vaultNamespace: 'a',
    vaultAuthNamespace: 'b',
  }),
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
    testConnection('vaulttokens', { vaultAddress: '' }),
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
    'no region of AWS',
    testConnection('aws-metadata', {}, { options: {} }),
    'connection-incomplete error',
  ],
  [
    'no tenant of Azure',
    testConnection('azure-kv', {}, { options: INCOMPLETE_AZURE }),
    'connection-incomplete error',
  ],
  [
    'no instance of IBM',
    testConnection('ibmkeyprotect', {}, { options: {} }),
    'connection-incomplete error',
  ],
  [
    'no end point of KMIP',
    testConnection('kmip', {}, { options: {} }),
    'connection-incomplete error',
  ],
  [
    'a time-out that is no number',
    testConnection(
      'kmip',
      {},
      { options: { KMIP_ENDPOINT: 'kmip:5696', READ_TIMEOUT: '10' } },
    ),
    'connection-option-invalid error',
  ],
  [
    "a word that is no boolean of Go's",
    testConnection('vaulttokens', { vaultCAVerify: 'yes' }),
    'connection-option-invalid error',
  ],
  [
    'what is left of VAULT_SKIP_VERIFY "maybe"',
    testConnection('vaulttokens', { vaultCAVerify: '' }),
    'connection-option-invalid error',
  ],
  [
    'a client certificate without its key',
    testConnection('vaulttokens', { vaultClientCertFromSecret: 'mine' }),
    'connection-client-certificate-half error',
  ],
  [
    'a client key without its certificate',
    testConnection('vaulttenantsa', { vaultClientCertKeyFromSecret: 'mine' }),
    'connection-client-certificate-half error',
  ],
  [
    'no KV version',
    testConnection('vaulttokens', {}, { options: { vaultAddress: ADDRESS } }),
    'connection-backend-detected info',
  ],
  ...['kv-v1', 'KV', 'kv2'].map(
    (vaultBackend): [string, KmsConnection, string] => [
      `the KV version ${vaultBackend}`,
      testConnection('vaulttokens', { vaultBackend }),
      'connection-backend-detected warning',
    ],
  ),
  [
    'a path into the mount of KV version 2',
    testConnection('vaulttokens', { vaultBackendPath: 'secret/ceph-csi/' }),
    'connection-path-not-mount warning',
  ],
  [
    'a word for destroying keys that is none',
    testConnection('vaulttokens', { vaultDestroyKeys: 'True' }),
    'connection-destroy-unclear warning',
  ],
  [
    'what is no object',
    testConnection('', {}, { notObject: true }),
    'connection-not-object error',
  ],
  [
    'keys that stay when their volumes go',
    testConnection('vaulttokens', { vaultDestroyKeys: 'false' }),
    'connection-keys-stay info',
  ],
  [
    "a CA that is in the class's Secrets",
    testConnection('vault', { ...complete, vaultCAFromSecret: 'ca' }),
    'connection-ca-of-class info',
  ],
  [
    "what only OpenShift's console reads",
    testConnection('vaulttokens', { kmsServiceName: 'kms' }),
    'connection-option-of-console info',
  ],
  [
    'certificates not verified, in another spelling',
    testConnection('vaulttokens', { vaultCAVerify: '0' }),
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

it('looks for the KV version where the mount is not', () => {
  const elsewhere = testConnection(
    'vaulttenantsa',
    {},
    {
      options: {
        vaultAddress: ADDRESS,
        vaultNamespace: 'a',
        vaultAuthNamespace: 'b',
      },
    },
  );
  expect(codesOf(elsewhere)).toEqual([
    'connection-backend-detected info',
    'connection-namespaces-differ warning',
  ]);
});

it('says what to do with an empty path of an auth mount', () => {
  const empty = testConnection('vaulttenantsa', { vaultAuthPath: '' });
  expect(connectionProblems(empty)[0].message).toContain(
    'leave the option out',
  );
});

import {
  fromEnvironmentStyle,
  ignoredInEnvironmentStyle,
} from './environmentStyle';

it('turns every variable of Ceph CSI into its option', () => {
  expect(
    fromEnvironmentStyle({
      KMS_PROVIDER: 'vaulttokens',
      VAULT_ADDR: 'a',
      VAULT_BACKEND: 'b',
      VAULT_BACKEND_PATH: 'c',
      VAULT_DESTROY_KEYS: 'd',
      VAULT_CACERT: 'e',
      VAULT_TLS_SERVER_NAME: 'f',
      VAULT_CLIENT_CERT: 'g',
      VAULT_CLIENT_KEY: 'h',
      VAULT_AUTH_NAMESPACE: 'i',
      VAULT_NAMESPACE: 'j',
    }),
  ).toEqual({
    vaultAddress: 'a',
    vaultBackend: 'b',
    vaultBackendPath: 'c',
    vaultDestroyKeys: 'd',
    vaultCAFromSecret: 'e',
    vaultTLSServerName: 'f',
    vaultClientCertFromSecret: 'g',
    vaultClientCertKeyFromSecret: 'h',
    vaultAuthNamespace: 'i',
    vaultNamespace: 'j',
    vaultCAVerify: 'true',
  });
});

it.each([
  ['true', 'false'],
  ['1', 'false'],
  ['false', 'true'],
  [undefined, 'true'],
  ['maybe', ''],
])('VAULT_SKIP_VERIFY %s is vaultCAVerify %s', (skips, verifies) => {
  const entry: Record<string, string> = skips
    ? { VAULT_SKIP_VERIFY: skips }
    : {};
  expect(fromEnvironmentStyle(entry)).toEqual({ vaultCAVerify: verifies });
});

it('ignores what is not in the table', () => {
  const names = [
    'KMS_PROVIDER',
    'encryptionKMSType',
    'VAULT_ADDR',
    'VAULT_SKIP_VERIFY',
    'KMS_SERVICE_NAME',
  ];
  const others = ['VAULT_TOKEN_NAME', 'vaultRole', 'toString'];
  expect(ignoredInEnvironmentStyle([...names, ...others])).toEqual(others);
});

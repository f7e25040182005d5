import { keyStoreOf, tenantObjectNames } from './kmsConnection';
import { testConnection } from './testConnection';

it.each([
  ['vault', 'vault'],
  ['vaulttokens', 'vault'],
  ['vaulttenantsa', 'vault'],
  ['metadata', 'image-metadata'],
  ['aws-metadata', 'image-metadata'],
  ['aws-sts-metadata', 'image-metadata'],
  ['ibmkeyprotect', 'image-metadata'],
  ['kmip', 'image-metadata'],
  ['azure-kv', 'azure'],
  ['Vault', 'no-such-type'],
  ['vaulttoken', 'no-such-type'],
  ['', 'no-such-type'],
])('type "%s" keeps keys in %s', (kmsType, store) => {
  expect(keyStoreOf(testConnection(kmsType))).toBe(store);
});

it('has the names of Ceph CSI for what it looks for', () => {
  expect(tenantObjectNames(testConnection('vaulttokens'))).toEqual({
    configMap: 'ceph-csi-kms-config',
    tokenSecret: 'ceph-csi-kms-token',
    serviceAccount: 'ceph-csi-vault-sa',
  });
});

it('has the names that the connection gives', () => {
  const connection = testConnection('vaulttenantsa', {
    tenantConfigName: 'a',
    tenantTokenName: 'b',
    tenantSAName: 'c',
  });
  expect(Object.values(tenantObjectNames(connection))).toEqual(['a', 'b', 'c']);
});

import { credentialOptions } from './withoutCredentials';

it.each<Record<string, string>>([
  { vaultToken: 'anything' },
  { VAULT_TOKEN: 'anything' },
  { vaultRole: 'hvs.CAESIJ1234567890abcdefghij' },
  { vaultRole: 's.1234567890abcdefghijABCD' },
  { vaultCAFromSecret: '-----BEGIN CERTIFICATE-----' },
  { vaultAddress: 'https://ada:secret@vault.example' },
  { AWS_SECRET_ACCESS_KEY: 'x' },
  { IBM_KP_SERVICE_API_KEY: 'x' },
  { IBM_KP_SESSION_TOKEN: 'x' },
  { encryptionPassphrase: 'x' },
  { password: 'x' },
])('tells a credential by name or looks: %j', options => {
  expect(credentialOptions(options)).toEqual(Object.keys(options));
});

it('takes the name of a Secret for no credential', () => {
  expect(
    credentialOptions({
      tenantTokenName: 'ceph-csi-kms-token',
      vaultClientCertKeyFromSecret: 'key',
      VAULT_CLIENT_KEY: 'key',
      KMIP_SECRET_NAME: 'kmip',
      IBM_KP_TOKEN_URL: 'https://iam.example',
      vaultAddress: 'https://vault.example:8200',
      vaultRole: 's.short',
    }),
  ).toEqual([]);
});

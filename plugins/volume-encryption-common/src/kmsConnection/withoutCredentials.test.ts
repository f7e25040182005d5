import { connectionOf } from './parseConnections';
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
  { AZURE_CLIENT_SECRET: 'x' },
  { clientSecret: 'x' },
  { VAULT_SECRET_ID: 'x' },
  { secret_id: 'x' },
  { userKey: 'x' },
  { 'admin-key': 'x' },
  { vaultRole: '  hvs.CAESIJ1234567890abcdefghij' },
  { vaultAuthPath: ' eyJhbGciOi.eyJzdWIiOi.c2lnbmF0dXJl' },
  { vaultCAFromSecret: 'LS0tLS1CRUdJTiBQUklWQVRFIEtFWS0tLS0t' },
  { vaultNamespace: '\n-----BEGIN RSA PRIVATE KEY-----\nMIIE' },
  { vaultAddress: ' https://ada:secret@vault.example' },
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

const CANARY = 'CANARY0123456789abcdefgh';

it.each([
  `hvs.${CANARY}`,
  `  s.${CANARY}`,
  `eyJhbGciOi.eyJzdWIiOi.${CANARY}`,
  `-----BEGIN PRIVATE KEY-----\n${CANARY}`,
  `LS0tLS1CRUdJTi${CANARY}`,
  `AZURE_CLIENT_SECRET=${CANARY}`,
  `https://ada:${CANARY}@vault.example`,
  ` https://ada:${CANARY}@vault.example`,
])('lets %j through to nothing that is shown, from no option', value => {
  const names = ['vaultAddress', 'vaultRole', 'vaultCAFromSecret', 'anything'];
  const entry = Object.fromEntries(names.map(name => [name, value]));
  for (const encryptionKMSType of ['vaulttenantsa', value]) {
    const read = connectionOf('kms', { encryptionKMSType, ...entry });
    expect(JSON.stringify(read)).not.toContain(CANARY);
  }
});

it.each(['AZURE_CLIENT_SECRET', 'clientSecret', 'VAULT_SECRET_ID', 'userKey'])(
  'shows no %s, whatever it looks like',
  name => {
    const read = connectionOf('kms', { [name]: CANARY });
    expect(JSON.stringify(read.written)).not.toContain(CANARY);
  },
);

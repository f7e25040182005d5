import { knownOptions } from './knownOptions';

it.each<[Record<string, string>]>([
  [{ encryptionKMSType: 'vaulttenantsa', vaultRole: 'csi' }],
  [{ encryptionKMSType: 'vault', vaultAuthMethod: 'kubernetes' }],
  [{ KMS_PROVIDER: 'vaulttokens', VAULT_ADDR: 'https://v' }],
  [{ KMS_PROVIDER: 'vaulttenantsa', VAULT_SKIP_VERIFY: 'true' }],
  [{ KMS_PROVIDER: 'kmip', KMIP_ENDPOINT: 'kmip:5696' }],
])('keeps what is read: %j', written => {
  expect(knownOptions(written)).toEqual(written);
});

it.each<[Record<string, string>, string[]]>([
  [{ encryptionKMSType: 'vault', pin: '1234' }, ['encryptionKMSType']],
  [{ KMS_PROVIDER: 'vaulttokens', vaultRole: 'csi' }, ['KMS_PROVIDER']],
  [{ encryptionKMSType: 'vault', KMS_PIN: '1' }, ['encryptionKMSType']],
  [{ encryptionKMSType: 'new', vaultRole: 'csi' }, ['encryptionKMSType']],
  [
    { encryptionKMSType: 'vault', vaultRole: 'hvs.CAESI0123456789' },
    ['encryptionKMSType'],
  ],
  [{ encryptionKMSType: 'hvs.CAESI0123456789', vaultRole: 'csi' }, []],
])('of %j keeps %j', (written, names) => {
  expect(Object.keys(knownOptions(written))).toEqual(names);
});

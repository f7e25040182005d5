import { testConnection } from './testConnection';
import { viewKmsConnection } from './viewKmsConnection';

it('shows a connection with the name of its KMS', () => {
  const connection = testConnection('vaulttokens');
  expect(viewKmsConnection('prod', connection, 'vault')).toEqual({
    cluster: 'prod',
    kmsId: 'kms',
    kmsType: 'vaulttokens',
    kms: 'vault',
    address: 'https://vault.example:8200',
    options: { encryptionKMSType: 'vaulttokens' },
    reasons: [],
  });
});

it('shows what is wrong with it, and no KMS where none is known', () => {
  const view = viewKmsConnection('prod', testConnection('vaulttoken'));
  expect(view.kms).toBeUndefined();
  expect(view.reasons.map(it => it.code)).toEqual(['connection-type-unknown']);
});

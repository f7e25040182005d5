import { testConnection } from './testConnection';
import { viewKmsConnection } from './viewKmsConnection';

it('shows a connection with the name of its KMS', () => {
  const connection = testConnection('vaulttokens');
  const setup = { authMount: 'kubernetes', role: 'csi-tenant' };
  const kms = { name: 'vault', setup };
  expect(viewKmsConnection('prod', connection, kms)).toEqual({
    cluster: 'prod',
    kmsId: 'kms',
    kmsType: 'vaulttokens',
    kms: 'vault',
    address: 'https://vault.example:8200',
    options: { encryptionKMSType: 'vaulttokens' },
    reasons: [],
  });
});

it('shows where it does not lead to what is set up', () => {
  const setup = { authMount: 'kubernetes', role: 'csi-tenant' };
  const connection = testConnection('vaulttenantsa');
  const kms = { name: 'vault', setup };
  const { reasons } = viewKmsConnection('prod', connection, kms);
  expect(reasons.map(it => it.code)).toEqual(['connection-not-set-up']);
});

it('shows what is wrong with it, and no KMS where none is known', () => {
  const view = viewKmsConnection('prod', testConnection('vaulttoken'));
  expect(view.kms).toBeUndefined();
  expect(view.reasons.map(it => it.code)).toEqual(['connection-type-unknown']);
});

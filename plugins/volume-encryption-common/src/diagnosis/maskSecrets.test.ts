import { maskSecrets } from './maskSecrets';

const SECRET = 'CAESIcanary0123456789abcdefgh';

describe('maskSecrets', () => {
  it.each([
    [`token hvs.${SECRET} here`, 'token [hidden] here'],
    [`hvb.${SECRET}.`, '[hidden].'],
    [`hvr.${SECRET}, x`, '[hidden], x'],
    [`"hvs.${SECRET}.nsid"`, '"[hidden]"'],
    [`s.${SECRET}`, '[hidden]'],
    [`(b.${SECRET}.Ab1Cd)`, '([hidden])'],
    [`Authorization: Bearer ${SECRET}`, 'Authorization: Bearer [hidden]'],
    [`X-Vault-Token: ${SECRET}`, 'X-Vault-Token: [hidden]'],
    [`eyJhbGci.eyJzdWIi.${SECRET}`, '[hidden]'],
    [`http://me:${SECRET}@vault:8200/v1`, 'http://[hidden]vault:8200/v1'],
    [`{"passphrase":"${SECRET}"}`, '{"passphrase":"[hidden]"}'],
    [`client_token=${SECRET}`, 'client_token=[hidden]'],
    [`AZURE_CLIENT_SECRET=${SECRET}`, 'AZURE_CLIENT_SECRET=[hidden]'],
    [`{"clientSecret": "${SECRET}"}`, '{"clientSecret": "[hidden]"}'],
    [`VAULT_SECRET_ID: ${SECRET}`, 'VAULT_SECRET_ID: [hidden]'],
    [`ftp://me:${SECRET}@host/x`, 'ftp://[hidden]host/x'],
    [`x -----BEGIN KEY-----\n${SECRET}\n-----END KEY----- y`, 'x [hidden] y'],
    [`-----BEGIN PRIVATE KEY-----\n${SECRET}`, '[hidden]'],
    [`ca LS0tLS1CRUdJTiBQUk${SECRET}== end`, 'ca [hidden] end'],
    ['key AQBOgrNeAAAAABAAbH4hgQxyzZ0123456789AB==', 'key [hidden]'],
  ])('of %j', (text, masked) => {
    expect(maskSecrets(text)).toBe(masked);
  });

  it('hides every one', () => {
    expect(maskSecrets(`hvs.${SECRET} hvs.${SECRET}`)).toBe(
      '[hidden] [hidden]',
    );
  });

  it.each([
    'storageclass.storage.k8s.io "encrypted" not found',
    'secrets "ceph-csi-kms-token" not found',
    'rook-ceph.rbd.csi.ceph.com',
    'saving passphrase at 0001-0009-rook-ceph-0000000000000002-6a4f1d3e-1c1b-4f0e-9c57-0d6f1b2a3c4d failed',
    'URL: PUT http://127.0.0.1:8200/v1/csi/prod.payments/data/x',
    'missing "encryptionPassphrase" in storageclass secret',
  ])('leaves %j as it is', text => {
    expect(maskSecrets(text)).toBe(text);
  });
});

import { fileEncryptionProblem } from './fileEncryption';
import { testConnection } from './testConnection';

it.each(['vault', 'vaulttokens', 'vaulttenantsa', 'azure-kv', 'metadata'])(
  'of files takes a passphrase from %s',
  kmsType => {
    expect(fileEncryptionProblem(testConnection(kmsType))).toBeUndefined();
  },
);

it.each(['kmip', 'aws-metadata', 'aws-sts-metadata', 'ibmkeyprotect'])(
  'of files gets none from %s',
  kmsType => {
    expect(fileEncryptionProblem(testConnection(kmsType))).toMatchObject({
      code: 'connection-no-file-encryption',
      severity: 'error',
      message: expect.stringContaining('does not support access to user'),
    });
  },
);

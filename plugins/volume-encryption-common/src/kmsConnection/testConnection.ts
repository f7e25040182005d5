import type { KmsConnection } from './kmsConnection';

/** A connection of a Vault type for tests. */
export function testConnection(
  kmsType: string,
  options: Record<string, string> = {},
  changes: Partial<KmsConnection> = {},
): KmsConnection {
  return {
    kmsId: 'kms',
    kmsType,
    options: {
      vaultAddress: 'https://vault.example:8200',
      vaultBackend: 'kv-v2',
      ...options,
    },
    written: { encryptionKMSType: kmsType, ...options },
    notText: [],
    ignored: [],
    ...changes,
  };
}

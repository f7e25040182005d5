import { kubernetesAdministrator, type Call } from './administrator';
import type { OperationsUnderTest } from './OperationsUnderTest';

/** Where the KMS connections of these tests are. */
export const csiNamespace = 'ceph-operations';

/** Connections to the Vault under test, one per custody, and one to nowhere. */
function connections(vaultAddress: string): Record<string, string> {
  const common = { vaultAddress, vaultBackend: 'kv-v2' };
  const entries = {
    'vault-tokens': { encryptionKMSType: 'vaulttokens', ...common },
    'vault-tenant-sa': {
      encryptionKMSType: 'vaulttenantsa',
      ...common,
      vaultAuthPath: 'kubernetes',
      vaultRole: 'csi-tenant',
    },
    elsewhere: {
      encryptionKMSType: 'vaulttokens',
      ...common,
      vaultAddress: 'https://vault.elsewhere.example:8200',
    },
  };
  return Object.fromEntries(
    Object.entries(entries).map(([id, entry]) => [id, JSON.stringify(entry)]),
  );
}

/** Makes the KMS connections, once for all tests on a cluster. */
export async function prepareCluster(
  under: OperationsUnderTest,
): Promise<void> {
  const call = kubernetesAdministrator(under);
  await createOnce(call, '/api/v1/namespaces', {
    metadata: { name: csiNamespace },
  });
  await createOnce(call, `/api/v1/namespaces/${csiNamespace}/configmaps`, {
    metadata: { name: 'csi-kms-connection-details' },
    data: connections(under.vault.url),
  });
}

async function createOnce(
  call: Call,
  path: string,
  body: Parameters<Call>[2],
): Promise<void> {
  await call('POST', path, body).catch((error: Error) => {
    if (!error.message.startsWith('409')) throw error;
  });
}

import type { LifecycleVolume } from '../driverLifecycle/driverLifecycle';
import type { KeyCustody } from '../keyCustody/keyCustody';
import { keyValueVersion } from '../kmsConnection/keyLocation';

/**
 * Where Ceph CSI keeps a key, and how it removes it. `vaultDestroyKeys` counts as
 * true when it is absent or exactly "true" (ceph-csi `internal/kms/vault.go`).
 */
export function keptByCephCsi(
  custody: KeyCustody,
): Pick<LifecycleVolume, 'keptIn' | 'removal' | 'byTenant'> {
  switch (custody.kind) {
    case 'none':
      return { keptIn: 'none' };
    case 'vault': {
      const { connection, credential } = custody;
      const { vaultDestroyKeys = 'true' } = connection.options;
      return {
        keptIn: 'vault',
        byTenant: credential !== 'driver-service-account',
        removal: {
          destroys: vaultDestroyKeys === 'true',
          version: keyValueVersion(connection),
        },
      };
    }
    case 'azure':
      return { keptIn: 'key-vault' };
    case 'wrapped':
      return { keptIn: 'with-volume' };
    case 'shared':
      return { keptIn: 'shared-secret' };
    default:
      return { keptIn: 'unknown' };
  }
}

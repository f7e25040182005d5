import type { LifecycleKey } from '../contract/api';
import { DATA_IS_LOST, keyOf, UNKNOWN_KEY, whereEncrypted } from './actAnswers';
import type { KeyRemoval, LifecycleVolume } from './driverLifecycle';

/**
 * What Ceph CSI does to keys, alike for RBD and CephFS (ceph-csi
 * `internal/rbd/encryption.go` copyEncryptionConfig and RemoveDEK,
 * `internal/cephfs/store/volumeoptions.go` CopyEncryptionConfig,
 * `internal/kms/vault.go`, `azure_vault.go`, `secretskms.go`): a copy gets the
 * same passphrase, kept once more under its own handle.
 */
export function copiedKey(
  volume: LifecycleVolume,
  copy: 'snapshot' | 'new volume',
): LifecycleKey {
  switch (volume.keptIn) {
    case 'vault':
    case 'key-vault':
      return keyOf(
        volume,
        'copied',
        `The same passphrase is stored once more in the KMS, under the handle of the ${copy}. Both open with it.`,
      );
    case 'with-volume':
      return keyOf(
        volume,
        'copied',
        `The same passphrase is wrapped once more by the KMS and kept with the ${copy}.`,
      );
    case 'shared-secret':
      return keyOf(
        volume,
        'shared',
        'The passphrase in the Secret opens the copy too, as it opens every volume of the class.',
      );
    default:
      return keyOf(volume, 'unknown', UNKNOWN_KEY.message);
  }
}

/** What becomes of the key when Ceph CSI deletes the volume. */
export function removedKey(volume: LifecycleVolume): LifecycleKey {
  switch (volume.keptIn) {
    case 'vault':
      return removedFromVault(volume);
    case 'key-vault':
      return keyOf(
        volume,
        'deleted',
        'Ceph CSI deletes the secret in Azure Key Vault with the volume; Key Vault may keep it for its own time of recovery.',
      );
    case 'with-volume':
      return keyOf(
        volume,
        'deleted',
        "The wrapped key is kept with the volume and goes with it; the KMS's own key stays.",
      );
    case 'shared-secret':
      return keyOf(
        volume,
        'shared',
        'The passphrase in the Secret stays: it opens other volumes of the class.',
      );
    default:
      return keyOf(volume, 'unknown', UNKNOWN_KEY.message);
  }
}

function removedFromVault(volume: LifecycleVolume): LifecycleKey {
  const { removal } = volume;
  if (!removal) return keyOf(volume, 'unknown', UNKNOWN_KEY.message);
  return removal.destroys || removal.version === 'v1'
    ? keyOf(volume, 'deleted', destroyed(removal))
    : keyOf(volume, 'soft-deleted', softDeleted(removal));
}

function destroyed({ version }: KeyRemoval): string {
  return version === 'v1'
    ? 'Ceph CSI deletes the key in Vault with the volume.'
    : 'Ceph CSI destroys the key in Vault with the volume, in all its versions.';
}

function softDeleted({ version }: KeyRemoval): string {
  const where = version === 'v2' ? '' : ' if the mount is of KV v2';
  return `Ceph CSI only soft-deletes the key in Vault${where}, because vaultDestroyKeys is not "true": whoever may undelete it can still open what is left of the volume.`;
}

/** What can be lost with the volume; a tenant's credential must outlive it. */
export function removalWarning(volume: LifecycleVolume): string {
  const order = whereEncrypted(
    volume,
    "Delete the claim before its namespace: without the tenant's credential Ceph CSI can delete neither volume nor key.",
  );
  return volume.byTenant && order ? `${DATA_IS_LOST} ${order}` : DATA_IS_LOST;
}

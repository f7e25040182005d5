import {
  tenantId,
  VolumeEncryptionError,
} from 'backstage-plugin-volume-encryption-common';

/** Throws `invalid-input` where something else than the tenant was confirmed. */
export function requireConfirmed(
  { cluster, namespace }: { cluster: string; namespace: string },
  confirm: string | undefined,
): void {
  const id = tenantId(cluster, namespace);
  if (confirm === undefined || confirm === id) return;
  throw new VolumeEncryptionError(
    'invalid-input',
    `confirm is not the id of the tenant. Type ${id}, or choose the tenant that you mean.`,
    { field: 'confirm' },
  );
}

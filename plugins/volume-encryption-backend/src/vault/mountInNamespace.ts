import { VolumeEncryptionError } from 'backstage-plugin-volume-encryption-common';
import type { KmsConfig } from '../config/types';

/**
 * The mount as it is called within the configured Vault namespace. Ceph CSI puts
 * the `vaultNamespace` of a connection in front of the mount, and the portal
 * sends its own with every request, so that it must not be there twice.
 *
 * Throws `invalid-input` for a mount outside: asked for within, its keys would
 * be said to be absent.
 */
export function mountInNamespace(
  mount: string,
  { name, namespace }: Pick<KmsConfig, 'name' | 'namespace'>,
): string {
  if (!namespace) return mount;
  const inside = `${namespace}/`;
  if (mount.startsWith(inside)) return mount.slice(inside.length);
  throw new VolumeEncryptionError(
    'invalid-input',
    `The mount ${mount} is not in the Vault namespace "${namespace}", which is all that the portal sees of KMS "${name}": set "vaultNamespace" in the KMS connection, or configure a KMS without "namespace".`,
    { field: 'vaultNamespace' },
  );
}

/**
 * Throws `invalid-input` for another Vault namespace than the configured one,
 * which is all that the portal sees: what is there would be said to be absent.
 */
export function requireNamespace(
  wanted: string,
  { name, namespace = '' }: Pick<KmsConfig, 'name' | 'namespace'>,
): void {
  if (wanted === namespace) return;
  throw new VolumeEncryptionError(
    'invalid-input',
    `Vault namespace "${wanted}", in which the KMS connection logs in, is not the one that the portal sees of KMS "${name}" ("${namespace}"): set "vaultAuthNamespace" in the KMS connection, or "namespace" of the KMS.`,
    { field: 'vaultAuthNamespace' },
  );
}

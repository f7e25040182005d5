import { resolveCustody, type KeyCustody } from '../keyCustody/keyCustody';
import type { ConfigMap, StorageClass } from '../kubernetes/objects';
import type { Observed } from '../observation/observed';
import { readClassParameters } from '../storageClass/readEncryptionParameters';
import { classKmsId } from './classConnection';

/**
 * Who would hold the key of a volume of the class, before there is one. Undefined
 * where the class names no KMS connection, so that nobody holds one of its own.
 */
export function classCustody(
  storageClass: StorageClass,
  sources: Parameters<typeof classKeyPlace>[1],
): KeyCustody | undefined {
  if (classKmsId(storageClass) === undefined) return undefined;
  const { provisioner, parameters } = storageClass;
  const asked = readClassParameters(provisioner, parameters);
  return resolveCustody({ ...sources, asked, volumeHandle: '' });
}

/**
 * The address of the Vault and the mount in it, with the Vault namespace in front
 * where there is one, where a volume of the class would have its key. Undefined
 * where that is no Vault, or is not known.
 *
 * @public
 */
export function classKeyPlace(
  storageClass: StorageClass,
  sources: {
    /** The ConfigMap of KMS connections. */
    connections: Observed<ConfigMap | undefined>;
    /** The tenant's overrides, in the namespace of the claim. */
    tenantConfigMap: Observed<ConfigMap | undefined>;
  },
): { address: string; mount: string } | undefined {
  const custody = classCustody(storageClass, sources);
  if (custody?.kind !== 'vault') return undefined;
  const { connection, location } = custody;
  return {
    address: connection.options.vaultAddress ?? '',
    mount: location.mount,
  };
}

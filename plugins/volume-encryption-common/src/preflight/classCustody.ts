import { namedKmsId } from '../driver/encryptionAsked';
import { resolveCustody, type KeyCustody } from '../keyCustody/keyCustody';
import type { ConfigMap, StorageClass } from '../kubernetes/objects';
import type { Observed } from '../observation/observed';
import { readClassParameters } from '../storageClass/readEncryptionParameters';

/**
 * Who would hold the key of a volume of the class, before there is one. Undefined
 * where the class names no KMS connection, so that nobody holds one of its own.
 *
 * @public
 */
export function classCustody(
  { provisioner, parameters }: StorageClass,
  sources: {
    connections: Observed<ConfigMap | undefined>;
    /** The tenant's overrides, in the namespace of the claim. */
    tenantConfigMap: Observed<ConfigMap | undefined>;
  },
): KeyCustody | undefined {
  const asked = readClassParameters(provisioner, parameters);
  if (!namedKmsId(asked)) return undefined;
  return resolveCustody({ ...sources, asked, volumeHandle: '' });
}

import { namedKmsId } from '../driver/encryptionAsked';
import { findConnection } from '../kmsConnection/findConnection';
import type { KmsConnection } from '../kmsConnection/kmsConnection';
import type { ConfigMap, StorageClass } from '../kubernetes/objects';
import type { Observed } from '../observation/observed';
import { readClassParameters } from '../storageClass/readEncryptionParameters';

/** The id of the KMS connection that a class names, if it names one. */
export function classKmsId({
  provisioner,
  parameters,
}: StorageClass): string | undefined {
  return namedKmsId(readClassParameters(provisioner, parameters));
}

/**
 * The KMS connection that a class names; undefined where it names none, or that
 * is not known.
 *
 * @public
 */
export function classConnection(
  storageClass: StorageClass,
  connections: Observed<ConfigMap | undefined>,
): KmsConnection | undefined {
  const kmsId = classKmsId(storageClass);
  const found =
    kmsId === undefined ? undefined : findConnection(connections, kmsId);
  return found && 'connection' in found ? found.connection : undefined;
}

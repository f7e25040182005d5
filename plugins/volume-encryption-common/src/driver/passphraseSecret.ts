import type { PersistentVolume, SecretName } from '../kubernetes/objects';
import { hostEncryptionSecret } from './hpe';

/**
 * The Secret that a volume names for the passphrase of its encryption, if it is
 * encrypted: HPE's driver writes it into the attributes, other drivers get it with
 * the mount (`nodeStageSecretRef`, else `nodePublishSecretRef`). Volumes are
 * counted by it.
 *
 * @public
 */
export function passphraseSecretOf({
  csi,
}: PersistentVolume): SecretName | undefined {
  if (!csi) return undefined;
  return (
    hostEncryptionSecret(csi.attributes) ??
    csi.nodeStageSecret ??
    csi.nodePublishSecret
  );
}

import type { Finding } from '../contract/reasons';
import { error } from './connectionCheck';
import { keyStoreOf, type KmsConnection } from './kmsConnection';

/**
 * What is wrong with a connection for the encryption of files, which needs a
 * passphrase that the KMS gives out. Of those that keep a wrapped key in the
 * image only "metadata" has one (ceph-csi `internal/kms/kms.go` GetSecret,
 * `internal/rbd/encryption.go` configureFileEncryption).
 */
export function fileEncryptionProblem(
  connection: KmsConnection,
): Finding | undefined {
  const { kmsId, kmsType } = connection;
  if (keyStoreOf(connection) !== 'image-metadata' || kmsType === 'metadata') {
    return undefined;
  }
  return error(
    'connection-no-file-encryption',
    `The KMS connection "${kmsId}" of type ${kmsType} gives out no passphrase, which the encryption of files needs: Ceph CSI fails with "KMS does not support access to user provided secret". Use one of another type, such as vaulttenantsa, or block encryption on RBD.`,
  );
}

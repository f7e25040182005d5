/**
 * What a record of Ceph CSI (attributes or class parameters) says about
 * encryption.
 *
 * @public
 */
export type EncryptionAsked =
  | { encryption: 'block' | 'file'; kmsId: string | undefined }
  | { encryption: 'none' }
  /** The driver refuses it. */
  | { encryption: 'invalid'; why: string }
  /** The driver may or may not encrypt. */
  | { encryption: 'unknown'; why: string };

/**
 * The KMS connection whose keys a record asks for; undefined for none, for an
 * empty id, and for `default`, which is Ceph CSI's word for one passphrase of the
 * class (ceph-csi `internal/kms/kms.go`, `GetKMS`).
 *
 * @public
 */
export function namedKmsId(asked: EncryptionAsked): string | undefined {
  const kmsId = 'kmsId' in asked ? asked.kmsId : undefined;
  return kmsId && kmsId !== 'default' ? kmsId : undefined;
}

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

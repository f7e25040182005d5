/**
 * What a record (attributes or class parameters) says about encryption.
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

/** What we know of one CSI driver: data and small pure functions. @public */
export interface DriverProfile {
  id: 'ceph-rbd' | 'cephfs';
  /** The driver's name for people. */
  title: string;
  /** True for the driver names this profile is about. */
  matches(driverName: string): boolean;
  /** Reads StorageClass parameters or the volume's attributes, alike for Ceph CSI. */
  readEncryption(parameters: Record<string, string>): EncryptionAsked;
  /**
   * True when a mount of an encrypted volume cannot fall back to clear text, so
   * that a running mount is evidence by itself.
   */
  mountProvesEncryption: boolean;
}

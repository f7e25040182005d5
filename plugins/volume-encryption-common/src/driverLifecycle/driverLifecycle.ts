import type { LifecycleAct } from '../contract/api';
import type { DriverId } from '../driver/driverId';
import type { KeyHolder } from '../driver/volumeAnswer';

/** What may be done with a volume. */
export type Act = LifecycleAct['act'];

/** Whether an act is possible, and what it does. */
export type ActAnswer = Omit<LifecycleAct, 'act'>;

/** Where Ceph CSI keeps the key; of other drivers, who holds it. */
export type KeyPlace =
  | Exclude<KeyHolder, 'kms'>
  /** A Vault, by Ceph CSI. */
  | 'vault'
  /** An Azure Key Vault, by Ceph CSI. */
  | 'key-vault'
  /** Wrapped by a KMS, and kept with the volume by Ceph CSI. */
  | 'with-volume'
  /** One passphrase in a Secret, for all volumes of a class. */
  | 'shared-secret'
  /** A key management service of the cloud. */
  | 'kms';

/** What a driver's rule looks at: a volume, or one that a class would make. */
export interface LifecycleVolume {
  /** `block` and `file` as Ceph CSI has it; `other` of any other driver. */
  encryption: 'block' | 'file' | 'other' | 'none' | 'unknown';
  keptIn: KeyPlace;
  /** What becomes of a key that Ceph CSI removes from a Vault. */
  removal?: KeyRemoval;
  /** The driver takes the key with a credential of the claim's namespace. */
  byTenant?: boolean;
  /** What a copy of the volume's own class would ask for today. */
  classAsks: 'encrypted' | 'none' | 'unknown';
}

/** `vaultDestroyKeys` and the KV version of the connection in force. */
export interface KeyRemoval {
  destroys: boolean;
  version: 'v1' | 'v2' | 'detected';
}

/** What a driver does to a volume and its key. All drivers have this shape. */
export interface DriverLifecycle {
  /** The profiles that it is about: their facts are the same. */
  drivers: readonly DriverId[];
  /** Where the facts are from, for `docs/lifecycle.md`. */
  sources: string;
  expand: ActRule;
  /** Taking a snapshot. */
  snapshot: ActRule;
  /** A new volume from a snapshot. */
  restore: ActRule;
  /** A new volume from the volume itself. */
  clone: ActRule;
  /** Deletion of the claim where the volume is to be deleted with it. */
  delete: ActRule;
}

/** Answers for one volume; never throws. */
export type ActRule = (volume: LifecycleVolume) => ActAnswer;

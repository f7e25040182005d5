import type { EvidenceGrade } from '../contract/api';
import type { DriverId } from './driverId';
import type { ClassAsk, InFlightAnswer, VolumeAnswer } from './volumeAnswer';
import type { VolumeObjects } from './volumeObjects';

/**
 * What we know of one driver or kind of volume: data and small pure functions.
 * All profiles have this shape; each cites its sources.
 *
 * @public
 */
export interface DriverProfile {
  id: DriverId;
  /** The driver's name for people. */
  title: string;
  /**
   * True for the names that this profile is about: CSI drivers, provisioners,
   * and sources of a volume's `spec` as `spec.<source>`.
   */
  matches(name: string): boolean;
  /** What a class of such parameters asks for; never evidence. */
  readClass(parameters: Record<string, string>): ClassAsk;
  /** What the objects of one volume say. */
  readVolume(objects: VolumeObjects): VolumeAnswer;
  /**
   * Between mount and storage. `isOpenedOnNode` is true when the volume was
   * found to be encrypted and this driver decrypts on the node that mounts it.
   */
  readInFlight(objects: VolumeObjects, isOpenedOnNode: boolean): InFlightAnswer;
  /**
   * True when a mount of an encrypted volume cannot fall back to clear text, so
   * that a running mount is evidence by itself.
   */
  mountProvesEncryption: boolean;
  /**
   * Where it encrypts: on the node that mounts, which formats at the first mount;
   * on the node, but made so before; or below, at the storage.
   */
  encrypts: 'at-first-mount' | 'on-node' | 'below';
  /** What a clone or a restored snapshot gets, in a sentence. */
  copies: string;
  /**
   * What the record of a copy is worth: `holds`, because the driver refuses a
   * source of the other kind or tells what was made; `holds-when-mounted`, because
   * the node opens it by the record or fails; or `says-nothing`, because it is what
   * the class asked for, and the copy is as its source.
   */
  copyRecord: 'holds' | 'holds-when-mounted' | 'says-nothing';
  knowledge: DriverKnowledge;
}

/** What an auditor may expect of a driver, for `docs/verdicts.md`. @public */
export interface DriverKnowledge {
  /** What is read, in words. */
  read: string;
  /** The best grade that what is read can give. */
  highestGrade: EvidenceGrade;
  /** Who holds the key, in words. */
  holder: string;
  /** What can never be read through Kubernetes. */
  never: string;
  /** What would settle an `unknown`. */
  settledBy: string;
}

import {
  cephDriverOf,
  type PersistentVolume,
} from 'backstage-plugin-volume-encryption-common';
import { all, type ClusterSnapshot, type Table } from '../volumeIndex';

/** A volume whose record says that it was made encrypted. */
export interface EncryptedVolume {
  volume: PersistentVolume;
  encryption: 'block' | 'file';
  /** The KMS connection it names; absent where one passphrase opens many. */
  kmsId?: string;
}

type ByNamespace = ReadonlyMap<string, readonly EncryptedVolume[]>;

/** Tables share their objects as long as these do not change. */
const known = new WeakMap<Table<PersistentVolume>['objects'], ByNamespace>();

/** The encrypted volumes of a cluster, by the namespace of their claim. */
export function encryptedVolumes({ tables }: ClusterSnapshot): ByNamespace {
  const { objects } = tables.PersistentVolume;
  const before = known.get(objects);
  if (before) return before;
  const found = new Map<string, EncryptedVolume[]>();
  for (const volume of all(tables.PersistentVolume)) {
    const { claim, csi } = volume;
    const asked =
      csi && cephDriverOf(csi.driver)?.readEncryption(csi.attributes);
    if (!claim || !asked || !('kmsId' in asked)) continue;
    const { encryption, kmsId } = asked;
    const encrypted = { volume, encryption, kmsId };
    const others = found.get(claim.namespace);
    if (others) others.push(encrypted);
    else found.set(claim.namespace, [encrypted]);
  }
  known.set(objects, found);
  return found;
}

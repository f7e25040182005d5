import {
  isVolumeEncryptionError,
  type ObjectKind,
  type ObjectOfKind,
} from 'backstage-plugin-volume-encryption-common';
import type { ClusterReader } from 'backstage-plugin-volume-encryption-node';

/**
 * The objects of a kind, or undefined when the cluster has no such kind (its CRD
 * is not installed). Throws what else the reader throws: denied is not absent.
 */
export async function listIfInstalled<K extends ObjectKind>(
  reader: ClusterReader,
  kind: K,
  options: { namespace?: string; signal?: AbortSignal },
): Promise<ObjectOfKind<K>[] | undefined> {
  try {
    return await reader.list(kind, options);
  } catch (error) {
    const isMissing =
      isVolumeEncryptionError(error) && error.code === 'not-found';
    if (isMissing) return undefined;
    throw error;
  }
}

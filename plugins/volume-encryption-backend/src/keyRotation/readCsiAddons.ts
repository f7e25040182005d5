import {
  CSI_ADDONS_CONFIG_MAP,
  CSI_ADDONS_NAMESPACE,
  isVolumeEncryptionError,
  type ConfigMap,
  type ObjectOfKind,
} from 'backstage-plugin-volume-encryption-common';
import type { Cluster } from 'backstage-plugin-volume-encryption-node';

type RotationKind = 'EncryptionKeyRotationJob' | 'EncryptionKeyRotationCronJob';

/**
 * The objects of a namespace, or undefined when the cluster has no such kind.
 * Throws what else the reader throws: denied is not absent.
 */
export async function listIfInstalled<K extends RotationKind>(
  { reader }: Pick<Cluster, 'reader'>,
  kind: K,
  place: { namespace: string; signal?: AbortSignal },
): Promise<ObjectOfKind<K>[] | undefined> {
  try {
    return await reader.list(kind, place);
  } catch (error) {
    const isMissing =
      isVolumeEncryptionError(error) && error.code === 'not-found';
    if (isMissing) return undefined;
    throw error;
  }
}

/** The configuration of csi-addons where it is usual, if there is one. */
export async function readSettings(
  { reader, csiNamespace }: Pick<Cluster, 'reader' | 'csiNamespace'>,
  signal?: AbortSignal,
): Promise<ConfigMap | undefined> {
  const found = await Promise.all(
    [csiNamespace, CSI_ADDONS_NAMESPACE].map(namespace =>
      reader.get('ConfigMap', {
        namespace,
        name: CSI_ADDONS_CONFIG_MAP,
        signal,
      }),
    ),
  );
  return found.find(it => it !== undefined);
}

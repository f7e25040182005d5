import {
  CSI_ADDONS_CONFIG_MAP,
  CSI_ADDONS_NAMESPACE,
  type ConfigMap,
} from 'backstage-plugin-volume-encryption-common';
import type { Cluster } from 'backstage-plugin-volume-encryption-node';

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

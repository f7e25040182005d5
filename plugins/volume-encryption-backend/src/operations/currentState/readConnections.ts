import {
  CONNECTIONS_CONFIG_MAP,
  type ConfigMap,
} from 'backstage-plugin-volume-encryption-common';
import type { Cluster } from 'backstage-plugin-volume-encryption-node';

/** The map of KMS connections as it is now, or undefined when there is none. */
export function readConnections(
  { reader, csiNamespace }: Cluster,
  signal: AbortSignal | undefined,
): Promise<ConfigMap | undefined> {
  return reader.get('ConfigMap', {
    namespace: csiNamespace,
    name: CONNECTIONS_CONFIG_MAP,
    signal,
  });
}

import type { ConfigMap } from '../kubernetes/objects';
import type { ConnectionSource } from './connectionSource';
import { FILE_KEY, parseJsonObject } from './parseConnections';

/**
 * The ConfigMap as Ceph CSI reads it. Through the API a key `config.json` is one
 * connection of that name, which can be of no use: it hides nothing then, and
 * blocks everything when it is not JSON.
 *
 * @public
 */
export function connectionsInForce(
  { style }: Pick<ConnectionSource, 'style'>,
  configMap: ConfigMap | undefined,
): ConfigMap | undefined {
  const file = configMap?.data[FILE_KEY];
  if (style === 'mounted-file' || file === undefined) return configMap;
  if (!configMap || !parseJsonObject(file)) return configMap;
  const { [FILE_KEY]: _, ...data } = configMap.data;
  return { ...configMap, data };
}

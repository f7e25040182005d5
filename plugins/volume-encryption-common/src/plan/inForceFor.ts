import { connectionInForce } from '../kmsConnection/connectionInForce';
import {
  tenantObjectNames,
  type KmsConnection,
} from '../kmsConnection/kmsConnection';
import type { ConnectionState } from './connectionState';

/** A connection as Ceph CSI takes it for volumes of a namespace. */
export function inForceFor(
  namespace: string,
  shared: KmsConnection,
  { tenantConfigMaps }: Pick<ConnectionState, 'tenantConfigMaps'>,
): KmsConnection {
  const { configMap } = tenantObjectNames(shared);
  return connectionInForce(
    shared,
    tenantConfigMaps.find(
      ({ meta }) => meta.namespace === namespace && meta.name === configMap,
    ),
  );
}

import { tenantId } from 'backstage-plugin-volume-encryption-common';
import type { ClusterSnapshot } from '../volumeIndex';
import { encryptedVolumes } from './encryptedVolumes';
import type { FoundTenant } from './findTenants';
import type { TenantConnection } from './tenantConnections';

/**
 * A tenant by what is in its namespace.
 * @param looking - connections of its custody that find their objects there
 */
export function tenantAt(
  { namespace, custody }: Pick<FoundTenant, 'namespace' | 'custody'>,
  snapshot: ClusterSnapshot,
  looking: readonly TenantConnection[],
): FoundTenant {
  const { cluster } = snapshot;
  const named = namedByVolumes(namespace, snapshot, looking);
  const kms = new Set((named.length > 0 ? named : looking).map(it => it.kms));
  return {
    cluster,
    namespace,
    tenantId: tenantId(cluster, namespace),
    custody,
    kms: kms.size === 1 ? [...kms][0] : undefined,
  };
}

/** The connections that volumes of the namespace are recorded with. */
export function namedByVolumes(
  namespace: string,
  snapshot: ClusterSnapshot,
  connections: readonly TenantConnection[],
): TenantConnection[] {
  const volumes = encryptedVolumes(snapshot).get(namespace) ?? [];
  const named = new Set(volumes.map(({ kmsId }) => kmsId));
  return connections.filter(it => named.has(it.connection.kmsId));
}

import { encryptedVolumes } from '../inspection/encryptedVolumes';
import type { FoundTenant } from '../inspection/findTenants';
import type { VolumeIndex } from '../volumeIndex';

/**
 * The key of a volume of each tenant, by the tenant's id: a key is named by the
 * handle of its volume.
 */
export function keyNamesOf(
  tenants: readonly FoundTenant[],
  index: Pick<VolumeIndex, 'snapshots'>,
): ReadonlyMap<string, string> {
  const volumes = new Map(
    index.snapshots().map(it => [it.cluster, encryptedVolumes(it)]),
  );
  return new Map(
    tenants.flatMap(({ cluster, namespace, tenantId }) => {
      const [first] = volumes.get(cluster)?.get(namespace) ?? [];
      const handle = first?.volume.csi?.volumeHandle;
      return handle ? [[tenantId, handle]] : [];
    }),
  );
}

import { catalogFactId } from 'backstage-plugin-volume-encryption-common';
import type { FoundTenant } from '../inspection/findTenants';
import { namedByVolumes } from '../inspection/tenantAt';
import { tenantConnections } from '../inspection/tenantConnections';
import type { KnownCluster } from './restsOn';

/**
 * The ids of the KMSs that hold a tenant's keys: of its credentials, and of its
 * volumes, which may be of a former one.
 *
 * @param tenant - all credentials of one namespace
 */
export function tenantKms(
  tenant: readonly FoundTenant[],
  { snapshot, systems }: KnownCluster,
): string[] {
  const connections = tenantConnections(snapshot, systems);
  const [{ namespace }] = tenant;
  const named = namedByVolumes(namespace, snapshot, connections);
  const names = [...tenant, ...named].flatMap(({ kms }) => kms ?? []);
  return [...new Set(names)].sort().map(catalogFactId.kms);
}

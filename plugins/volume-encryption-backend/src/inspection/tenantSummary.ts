import {
  consentedOwner,
  type TenantCredentialView,
  type TenantSummary,
} from 'backstage-plugin-volume-encryption-common';
import { find, type ClusterSnapshot } from '../volumeIndex';
import { encryptedVolumes } from './encryptedVolumes';
import type { FoundTenant } from './findTenants';
import { fittingConnections, type TenantConnection } from './tenantConnections';

/** What tenants of a cluster are told from, without a call. */
export interface SummarySources {
  snapshot: ClusterSnapshot;
  connections: readonly TenantConnection[];
}

/** A tenant as the platform's list shows it. */
export function tenantSummary(
  tenant: FoundTenant,
  credential: TenantCredentialView,
  { snapshot, connections }: SummarySources,
): TenantSummary {
  const { cluster, namespace, tenantId: id, custody, kms } = tenant;
  const fitting = fittingConnections(tenant, connections);
  return {
    cluster,
    namespace,
    id,
    owner: ownerOf(tenant, snapshot),
    custody,
    kms,
    kmsIds: fitting.map(({ connection }) => connection.kmsId),
    credential,
    volumes: encryptedVolumes(snapshot).get(namespace)?.length ?? 0,
  };
}

/** Whom the tenant's namespace serves, as far as the index knows. */
export function ownerOf(
  { namespace }: FoundTenant,
  { tables }: ClusterSnapshot,
): string | undefined {
  const found = find(tables.Namespace, namespace);
  return found && consentedOwner(found);
}

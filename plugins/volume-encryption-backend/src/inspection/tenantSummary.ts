import {
  consentedOwner,
  observed,
  projectOf,
  valueOf,
  type Namespace,
  type Observed,
  type TenantCredentialView,
  type TenantSummary,
} from 'backstage-plugin-volume-encryption-common';
import { connectionsOf } from '../status/connectionsOf';
import { find, observedIn, type ClusterSnapshot } from '../volumeIndex';
import { encryptedVolumes } from './encryptedVolumes';
import type { FoundTenant } from './findTenants';
import { fittingConnections, type TenantConnection } from './tenantConnections';

/** What tenants of a cluster are told from, without a call. */
export interface SummarySources {
  snapshot: ClusterSnapshot;
  connections: readonly TenantConnection[];
}

/** A tenant as the platform's list shows it. What is not known is not there. */
export function tenantSummary(
  tenant: FoundTenant,
  credential: TenantCredentialView,
  { snapshot, connections }: SummarySources,
): TenantSummary {
  const { cluster, namespace, tenantId: id, custody, kms } = tenant;
  const owner = ownerOf(tenant, snapshot);
  const found = valueOf(namespaceOf(tenant, snapshot));
  return {
    cluster,
    namespace,
    id,
    owner: valueOf(owner),
    ownerKnown: owner.status === 'observed',
    project: found && projectOf(found),
    custody,
    kms,
    kmsIds: kmsIdsOf(tenant, { snapshot, connections }),
    credential,
    volumes: valueOf(volumesOf(tenant, snapshot)),
  };
}

/** That none fits is known only where it is known which ConfigMap is read. */
function kmsIdsOf(
  tenant: FoundTenant,
  { snapshot, connections }: SummarySources,
): string[] | undefined {
  const fitting = fittingConnections(tenant, connections);
  const isUnread =
    fitting.length === 0 && connectionsOf(snapshot).status === 'unknown';
  return isUnread
    ? undefined
    : fitting.map(({ connection }) => connection.kmsId);
}

function volumesOf(
  { namespace }: FoundTenant,
  snapshot: ClusterSnapshot,
): Observed<number> {
  return observedIn(
    snapshot,
    snapshot.tables.PersistentVolume,
    () => encryptedVolumes(snapshot).get(namespace)?.length ?? 0,
  );
}

/** Whom the tenant's namespace serves, as far as the index knows. */
export function ownerOf(
  tenant: FoundTenant,
  snapshot: ClusterSnapshot,
): Observed<string | undefined> {
  const found = namespaceOf(tenant, snapshot);
  if (found.status === 'unknown') return found;
  return observed(found.value && consentedOwner(found.value), found.at);
}

function namespaceOf(
  { namespace }: FoundTenant,
  snapshot: ClusterSnapshot,
): Observed<Namespace | undefined> {
  return observedIn(snapshot, snapshot.tables.Namespace, table =>
    find(table, namespace),
  );
}

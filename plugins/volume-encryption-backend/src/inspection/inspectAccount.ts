import type { InspectedTenant } from 'backstage-plugin-volume-encryption-common';
import type { KmsFacts } from '../status';
import { configMapOf } from '../status/connectionsOf';
import { accountIn } from '../status/tenantObjects';
import { withDeadline } from '../status/withDeadline';
import type { Systems } from '../systems';
import type { ClusterSnapshot } from '../volumeIndex';
import {
  accountCredential,
  type AccountCredential,
  type NamespaceObjects,
} from './accountCredential';
import type { FoundTenant } from './findTenants';
import type { InspectedInCluster } from './inspectCluster';
import type { TenantConnection } from './tenantConnections';

/** Whether a tenant can log in, by what its cluster shows now. */
export function inspectAccount(
  inspected: {
    tenant: FoundTenant;
    snapshot: ClusterSnapshot;
    systems: Systems;
    kmsFacts: KmsFacts;
    now: Date;
  },
  found: {
    connections: readonly TenantConnection[];
    names: InspectedTenant['names'];
    inCluster: InspectedInCluster;
  },
): Promise<AccountCredential> {
  const { tenant, snapshot, systems, kmsFacts, now } = inspected;
  const { connections, names, inCluster } = found;
  const { namespaceObject: namespace, serviceAccount, configMap } = inCluster;
  const objects: NamespaceObjects = {
    // The cluster was asked for those of one connection, without overrides.
    configMap: name =>
      name === names.configMap
        ? configMap
        : configMapOf(snapshot, tenant.namespace, name),
    account: name =>
      name === names.serviceAccount
        ? { serviceAccount, namespace }
        : { ...accountIn(snapshot, tenant.namespace, name), namespace },
  };
  const sources = { systems, kmsFacts };
  return withDeadline(deadline =>
    accountCredential(tenant, objects, {
      ...{ snapshot, connections, now },
      login: { sources, deadline },
    }),
  );
}

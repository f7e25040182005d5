import {
  parseConnections,
  tenantObjectNames,
  valueOf,
  type KmsConnection,
  type TenantSummary,
} from 'backstage-plugin-volume-encryption-common';
import { likelyConnections } from '../status/connectionsOf';
import type { Systems } from '../systems';
import type { ClusterSnapshot } from '../volumeIndex';

/** A KMS connection that gives tenants a credential of their own. */
export interface TenantConnection {
  connection: KmsConnection;
  custody: TenantSummary['custody'];
  /** What it looks for in a tenant's namespace. */
  names: ReturnType<typeof tenantObjectNames>;
  /** The portal's name of the KMS at its address, where it knows one. */
  kms?: string;
}

/** What Ceph CSI looks for in a tenant's namespace unless told otherwise. */
export const DEFAULT_NAMES: TenantConnection['names'] = tenantObjectNames({
  options: {},
});

/** The tenant connections of a cluster; none where they are not known. */
export function tenantConnections(
  snapshot: ClusterSnapshot,
  systems: Systems,
): TenantConnection[] {
  const configMap = valueOf(likelyConnections(snapshot));
  const { connections } = parseConnections(configMap);
  return connections.flatMap(connection => {
    const { kmsType: custody } = connection;
    if (custody !== 'vaulttokens' && custody !== 'vaulttenantsa') return [];
    const names = tenantObjectNames(connection);
    const kms = systems.findKmsAt(connection.options.vaultAddress ?? '')?.name;
    return [{ connection, custody, names, kms }];
  });
}

/** Those of a tenant's custody that lead to its KMS, as far as it is known. */
export function fittingConnections(
  tenant: { custody: TenantConnection['custody']; kms?: string },
  connections: readonly TenantConnection[],
): TenantConnection[] {
  return connections.filter(
    it =>
      it.custody === tenant.custody &&
      (tenant.kms === undefined || it.kms === tenant.kms),
  );
}

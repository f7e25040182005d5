import {
  consentedOwner,
  type TenantCredentialView,
  type TenantSummary,
} from 'backstage-plugin-volume-encryption-common';
import { find, observedIn, type ClusterSnapshot } from '../volumeIndex';
import { accountCredential } from './accountCredential';
import { tokenView } from './credentialView';
import { encryptedVolumes } from './encryptedVolumes';
import type { FoundTenant } from './findTenants';
import { isOurs } from './isOurs';
import { fittingConnections, type TenantConnection } from './tenantConnections';

/** What tenants of a cluster are told from, without a call. */
export interface SummarySources {
  snapshot: ClusterSnapshot;
  connections: readonly TenantConnection[];
  now: Date;
}

/** A tenant as the platform's list shows it. */
export function tenantSummary(
  tenant: FoundTenant,
  sources: SummarySources,
): TenantSummary {
  const { snapshot, connections } = sources;
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
    credential: credentialOf(tenant, sources),
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

function credentialOf(
  tenant: FoundTenant,
  { snapshot, connections, now }: SummarySources,
): TenantCredentialView {
  if (tenant.custody === 'vaulttokens') {
    return tokenView(tenant.credential, { now });
  }
  const fitting = fittingConnections(tenant, connections);
  const names = fitting.map(({ names: { serviceAccount } }) => serviceAccount);
  const accounts = observedIn(
    snapshot,
    snapshot.tables.ServiceAccount,
    table => {
      const found = names.flatMap(
        name => find(table, name, tenant.namespace) ?? [],
      );
      return found.find(isOurs) ?? found[0];
    },
  );
  return accountCredential(accounts, fitting);
}

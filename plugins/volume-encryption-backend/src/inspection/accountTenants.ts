import { LABEL_CSI_KMS } from 'backstage-plugin-volume-encryption-common';
import { find, type ClusterSnapshot } from '../volumeIndex';
import type { FoundTenant } from './findTenants';
import { isOurs } from './isOurs';
import { tenantAt } from './tenantAt';
import { DEFAULT_NAMES, type TenantConnection } from './tenantConnections';

/**
 * Tenants that log in with a ServiceAccount. Also where the account is not ours,
 * or not any more, as when its label was taken away: Vault's role lets it in by
 * its name and the namespace's label. And also where no connection looks for it,
 * since a connection that was removed or cannot be read takes no right away in
 * Vault.
 */
export function accountTenants(
  snapshot: ClusterSnapshot,
  connections: readonly TenantConnection[],
): FoundTenant[] {
  const accounts = snapshot.tables.ServiceAccount;
  const fitting = connections.filter(it => it.custody === 'vaulttenantsa');
  const isTenants = (name: string, namespace: string) => {
    const account = find(accounts, name, namespace);
    return account && (isOurs(account) || isSelected(namespace, snapshot));
  };
  return [...accounts.objects].flatMap(([namespace, inNamespace]) => {
    const looking = fitting.filter(({ names }) =>
      isTenants(names.serviceAccount, namespace),
    );
    const isTenant =
      looking.length > 0 ||
      isTenants(DEFAULT_NAMES.serviceAccount, namespace) ||
      inNamespace.some(isOurs);
    if (!isTenant) return [];
    const custody = 'vaulttenantsa';
    return [tenantAt({ namespace, custody }, snapshot, looking)];
  });
}

/** By Vault's role for tenants' accounts. */
function isSelected(namespace: string, { tables }: ClusterSnapshot): boolean {
  const labels = find(tables.Namespace, namespace)?.meta.labels ?? {};
  return labels[LABEL_CSI_KMS] === 'enabled';
}

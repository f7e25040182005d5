import type { KeyDescription } from 'backstage-plugin-volume-encryption-common';
import { textAt } from '../network/valueAt';

/** As Ceph CSI names it unless told otherwise (internal/kms/vault_sa.go). */
const TENANT_ACCOUNT = 'ceph-csi-vault-sa';

/**
 * Who wrote a version of a key, from the name that Vault 1.21 and later keep of
 * him (`created_by.actor`). Of a tenant's mount, `<prefix>/<cluster>.<namespace>`,
 * the tenant's own names are known, and "root" is not one. Other names are given
 * as they are, since nothing follows from them.
 */
export function keyWriter(
  version: unknown,
  mount: string,
): Pick<KeyDescription, 'writtenBy' | 'writtenByTenant'> {
  const actor = textAt(version, 'created_by', 'actor');
  if (!actor) return {};
  if (actor === 'root') {
    return { writtenBy: 'the root token', writtenByTenant: false };
  }
  const own = namesOfTenant(mount.split('/').at(-1) ?? '')[actor];
  return own ? { writtenBy: own, writtenByTenant: true } : { writtenBy: actor };
}

/**
 * What Vault calls a tenant: after the auth mount and the ServiceAccount, or
 * after the `display_name` of his token, where it allows no dot.
 */
function namesOfTenant(tenantId: string): Record<string, string> {
  const [cluster, namespace, ...rest] = tenantId.split('.');
  if (!cluster || !namespace || rest.length > 0) return {};
  return {
    [`kubernetes-${namespace}-${TENANT_ACCOUNT}`]: `ServiceAccount ${namespace}/${TENANT_ACCOUNT}`,
    [`token-${cluster}-${namespace}`]: `the token of tenant ${tenantId}`,
  };
}

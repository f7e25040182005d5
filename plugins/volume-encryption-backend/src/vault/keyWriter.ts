import type { KeyDescription } from 'backstage-plugin-volume-encryption-common';
import type { KmsConfig } from '../config/types';
import { textAt } from '../network/valueAt';
import { custodyNamesOf } from './custodyNames';

/** As Ceph CSI names it unless told otherwise (internal/kms/vault_sa.go). */
const TENANT_ACCOUNT = 'ceph-csi-vault-sa';

/** What Vault calls a tenant when it writes, and who that is in words. */
export type TenantWriters = (
  cluster: string,
  namespace: string,
) => Record<string, string>;

/**
 * Who wrote a version of a key, from the name that Vault 1.21 and later keep of
 * him (`created_by.actor`). Of a tenant's mount, `<prefix>/<cluster>.<namespace>`,
 * the tenant's own names are known, and "root" is not one. Other names are given
 * as they are, since nothing follows from them.
 */
export function keyWriter(
  version: unknown,
  mount: string,
  writers: TenantWriters,
): Pick<KeyDescription, 'writtenBy' | 'writtenByTenant'> {
  const actor = textAt(version, 'created_by', 'actor');
  if (!actor) return {};
  if (actor === 'root') {
    return { writtenBy: 'the root token', writtenByTenant: false };
  }
  const own = ownNames(mount.split('/').at(-1) ?? '', writers)[actor];
  return own ? { writtenBy: own, writtenByTenant: true } : { writtenBy: actor };
}

function ownNames(
  tenantId: string,
  writers: TenantWriters,
): Record<string, string> {
  const [cluster, namespace, ...rest] = tenantId.split('.');
  if (!cluster || !namespace || rest.length > 0) return {};
  return writers(cluster, namespace);
}

/**
 * What Vault calls tenants: after the auth mount of their cluster and the
 * ServiceAccount, or after the `display_name` of their token, where it allows no
 * dot. A name that a tenant of another cluster may have as well is nobody's.
 */
export function tenantWriters({
  clusterNames = [],
  ...config
}: KmsConfig): TenantWriters {
  const custody = custodyNamesOf(config);
  const listed = config.custody?.clusters ?? [];
  return (cluster, namespace) => {
    const isOther = (other: string) => other !== cluster;
    const own = inName(custody.ofCluster(cluster));
    const names = [
      {
        name: `${own}-${namespace}-${TENANT_ACCOUNT}`,
        words: `ServiceAccount ${namespace}/${TENANT_ACCOUNT}`,
        others: listed.filter(it => isOther(it.cluster)).map(inName),
      },
      {
        name: `token-${cluster}-${namespace}`,
        words: `the token of tenant ${cluster}.${namespace}`,
        others: clusterNames.filter(isOther).map(it => `token-${it}`),
      },
    ];
    return Object.fromEntries(
      names
        .filter(it => !mayBeOf(it.others, it.name))
        .map(({ name, words }) => [name, words]),
    );
  };
}

/** Vault puts the path of an auth mount in front, without slashes. */
function inName({ authMount }: { authMount: string }): string {
  return authMount.replaceAll('/', '-');
}

function mayBeOf(others: readonly string[], name: string): boolean {
  return others.some(it => name.startsWith(`${it}-`));
}

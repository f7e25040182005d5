import {
  catalogFactId,
  consentedOwner,
  type CatalogFact,
} from 'backstage-plugin-volume-encryption-common';
import { encryptedVolumes } from '../inspection/encryptedVolumes';
import type { FoundTenant } from '../inspection/findTenants';
import { all, find } from '../volumeIndex';
import { connectionNamed, type KnownCluster } from './restsOn';
import type { User } from './usersOf';
import { withUsers } from './withUsers';

/** A fact before it is known who uses it. */
export type BareFact = Omit<CatalogFact, 'usedBy'>;

/** What facts are gathered from. */
export interface Sources {
  clusters: readonly KnownCluster[];
  /** Names of all configured KMSs. */
  kms: readonly string[];
  tenants: readonly FoundTenant[];
  users: readonly User[];
}

/** All that the catalog may know, in the order of the ids. */
export function gatherFacts(sources: Sources): CatalogFact[] {
  const { clusters, kms, tenants, users } = sources;
  const bare = [
    ...clusters.flatMap(it => [clusterFact(it), ...classFacts(it)]),
    ...kms.map(kmsFact),
    ...clusters.flatMap(it => tenantFacts(it, tenants)),
  ];
  return withUsers(bare, users).toSorted(byId);
}

/** By code units, so that it is the same on each replica. */
function byId({ id: one }: { id: string }, { id: other }: { id: string }) {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function clusterFact({ snapshot: { cluster } }: KnownCluster): BareFact {
  const id = catalogFactId.cluster(cluster);
  return { id, type: 'cluster', name: cluster, dependsOn: [] };
}

function kmsFact(name: string): BareFact {
  return { id: catalogFactId.kms(name), type: 'kms', name, dependsOn: [] };
}

/** Each class, encrypted or not: what is not encrypted has an owner too. */
function classFacts(known: KnownCluster): BareFact[] {
  const { cluster, tables } = known.snapshot;
  return all(tables.StorageClass).map(({ meta, provisioner, parameters }) => {
    const kms = connectionNamed(provisioner, parameters, known)?.kms;
    return {
      id: catalogFactId.storageClass(cluster, meta.name),
      type: 'storage-class',
      name: meta.name,
      cluster,
      dependsOn: [catalogFactId.cluster(cluster), ...(kms ? [kms] : [])],
    };
  });
}

/** One for each namespace, however many credentials it has. */
function tenantFacts(
  known: KnownCluster,
  tenants: readonly FoundTenant[],
): BareFact[] {
  const { cluster, tables } = known.snapshot;
  const byNamespace = new Map<string, FoundTenant[]>();
  for (const tenant of tenants) {
    if (tenant.cluster !== cluster) continue;
    const others = byNamespace.get(tenant.namespace) ?? [];
    byNamespace.set(tenant.namespace, [...others, tenant]);
  }
  return [...byNamespace].map(([name, its]) => {
    const namespace = find(tables.Namespace, name);
    return {
      id: catalogFactId.tenant(cluster, name),
      type: 'tenant',
      name,
      cluster,
      owner: namespace && consentedOwner(namespace),
      dependsOn: kmsOf(its, known),
    };
  });
}

/**
 * The KMSs that hold a tenant's keys: of its credentials, and of its volumes,
 * which may be of a former one.
 */
function kmsOf(
  credentials: readonly FoundTenant[],
  { snapshot, connections }: KnownCluster,
): string[] {
  const [{ namespace }] = credentials;
  const volumes = encryptedVolumes(snapshot).get(namespace) ?? [];
  const named = volumes.flatMap(({ kmsId = '' }) => {
    const connection = connections.get(kmsId);
    return connection?.isOfTenants ? (connection.kms ?? []) : [];
  });
  const own = credentials.flatMap(({ kms }) =>
    kms ? catalogFactId.kms(kms) : [],
  );
  return [...new Set([...own, ...named])].sort();
}

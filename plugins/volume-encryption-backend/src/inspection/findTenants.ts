import type {
  KubernetesObject,
  TenantSummary,
} from 'backstage-plugin-volume-encryption-common';
import type { TenantCredential, TenantCredentialStore } from '../custody';
import type { Systems } from '../systems';
import {
  find,
  type ClusterSnapshot,
  type Table,
  type VolumeIndex,
} from '../volumeIndex';
import { accountTenants } from './accountTenants';
import { isOurs } from './isOurs';
import { namedByVolumes, tenantAt } from './tenantAt';
import {
  DEFAULT_NAMES,
  tenantConnections,
  type TenantConnection,
} from './tenantConnections';

/** A namespace that is a tenant of a KMS, or was made ready to be one. */
export interface FoundTenant {
  cluster: string;
  namespace: string;
  /** `<cluster>.<namespace>` */
  tenantId: string;
  custody: TenantSummary['custody'];
  /** The portal's name of the KMS; absent when its connection cannot be told, or is not there. */
  kms?: string;
  /** The credential of a token tenant that was delivered last, as recorded. */
  credential?: TenantCredential;
  /** All of its tokens that may be in force, as recorded, the oldest first. */
  tokens?: readonly TenantCredential[];
}

/**
 * All tenants, in the order of cluster (as configured) and namespace, by the
 * objects that we made in a namespace and by what the database records. Without
 * any call. A namespace with credentials of both custodies is there twice, as
 * one with tokens of two KMSs.
 */
export async function findTenants(parts: {
  index: VolumeIndex;
  systems: Systems;
  credentials: Pick<TenantCredentialStore, 'all'>;
}): Promise<FoundTenant[]> {
  const { index, systems, credentials } = parts;
  const recorded = await credentials.all();
  return index.snapshots().flatMap(snapshot => {
    const ofCluster = recorded.filter(it => it.cluster === snapshot.cluster);
    const connections = tenantConnections(snapshot, systems);
    return tenantsOf(snapshot, { connections, recorded: ofCluster });
  });
}

interface Known {
  connections: readonly TenantConnection[];
  recorded: readonly TenantCredential[];
}

function tenantsOf(snapshot: ClusterSnapshot, known: Known): FoundTenant[] {
  const withTokens = tokenTenants(snapshot, known);
  const isFound = new Set(withTokens.map(it => it.namespace));
  const withAccounts = accountTenants(snapshot, known.connections);
  withAccounts.forEach(it => isFound.add(it.namespace));
  const begun = namespacesWithOur(
    snapshot.tables.ConfigMap,
    configMapNames(known),
  ).filter(namespace => !isFound.has(namespace));
  const found = [
    ...withTokens,
    ...withAccounts,
    ...begun.map(it => begunTenant(it, snapshot, known)),
  ];
  return found.toSorted((one, other) => byText(one.namespace, other.namespace));
}

/**
 * One for each KMS that tokens are recorded for. One that was minted and whose
 * delivery is not known may be in a Secret as well.
 */
function tokenTenants(
  { cluster }: ClusterSnapshot,
  { recorded }: Known,
): FoundTenant[] {
  const byPlace = new Map<string, FoundTenant>();
  for (const credential of recorded) {
    const { namespace, kms } = credential;
    const place = `${namespace} ${kms}`;
    const before = byPlace.get(place);
    const delivered = credential.state === 'delivered' ? credential : undefined;
    const token = credential.accessor === undefined ? [] : [credential];
    byPlace.set(place, {
      cluster,
      namespace,
      tenantId: credential.tenantId,
      custody: 'vaulttokens',
      kms,
      credential: delivered ?? before?.credential,
      tokens: [...(before?.tokens ?? []), ...token],
    });
  }
  return [...byPlace.values()];
}

/** Also what a connection that is not known any more, or not read, looks for. */
function configMapNames({ connections }: Known): string[] {
  const names = connections.map(it => it.names.configMap);
  return [...names, DEFAULT_NAMES.configMap];
}

/**
 * Our ConfigMap alone: of the custody that its volumes name. Without volumes, or
 * a connection, a tenant with a ServiceAccount, since tokens are on record.
 */
function begunTenant(
  namespace: string,
  snapshot: ClusterSnapshot,
  { connections }: Known,
): FoundTenant {
  const looking = connections.filter(it =>
    isOurs(find(snapshot.tables.ConfigMap, it.names.configMap, namespace)),
  );
  const named = namedByVolumes(namespace, snapshot, looking);
  const likely =
    named.at(0) ??
    looking.find(it => it.custody === 'vaulttenantsa') ??
    looking.at(0);
  const custody = likely?.custody ?? 'vaulttenantsa';
  const ofCustody = looking.filter(it => it.custody === custody);
  return tenantAt({ namespace, custody }, snapshot, ofCustody);
}

function namespacesWithOur<T extends KubernetesObject>(
  table: Table<T>,
  names: readonly string[],
): string[] {
  const wanted = [...new Set(names)];
  return [...table.objects.keys()].filter(namespace =>
    wanted.some(name => isOurs(find(table, name, namespace))),
  );
}

function byText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

import {
  LABEL_CSI_KMS,
  LABEL_MANAGED_BY,
  MANAGER,
  tenantId,
  type KubernetesObject,
  type TenantSummary,
} from 'backstage-plugin-volume-encryption-common';
import type { TenantCredential, TenantCredentialStore } from '../custody';
import type { Systems } from '../systems';
import {
  find,
  type ClusterSnapshot,
  type Table,
  type VolumeIndex,
} from '../volumeIndex';
import { encryptedVolumes } from './encryptedVolumes';
import { tenantConnections, type TenantConnection } from './tenantConnections';

/** A namespace that is a tenant of a KMS, or was made ready to be one. */
export interface FoundTenant {
  cluster: string;
  namespace: string;
  /** `<cluster>.<namespace>` */
  tenantId: string;
  custody: TenantSummary['custody'];
  /** The portal's name of the KMS; absent when its connection cannot be told. */
  kms?: string;
  /** The delivered credential of a token tenant, as recorded. */
  credential?: TenantCredential;
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
  const withAccounts = accountTenants(snapshot, known);
  withAccounts.forEach(it => isFound.add(it.namespace));
  const begun = namespacesWithOur(
    snapshot.tables.ConfigMap,
    known.connections.map(({ names }) => names.configMap),
  ).filter(namespace => !isFound.has(namespace));
  const found = [
    ...withTokens,
    ...withAccounts,
    ...begun.flatMap(it => begunTenant(it, snapshot, known) ?? []),
  ];
  return found.toSorted((one, other) => byText(one.namespace, other.namespace));
}

/** One for each KMS that tokens are recorded for, with the newest of them. */
function tokenTenants(
  { cluster }: ClusterSnapshot,
  { recorded }: Known,
): FoundTenant[] {
  const byPlace = new Map<string, FoundTenant>();
  for (const credential of recorded) {
    const { namespace, kms } = credential;
    const place = `${namespace} ${kms}`;
    const delivered = credential.state === 'delivered' ? credential : undefined;
    byPlace.set(place, {
      cluster,
      namespace,
      tenantId: credential.tenantId,
      custody: 'vaulttokens',
      kms,
      credential: delivered ?? byPlace.get(place)?.credential,
    });
  }
  return [...byPlace.values()];
}

/**
 * Also where the account is not ours, or not any more, as when its label was
 * taken away: Vault's role lets it in by its name and the namespace's label.
 */
function accountTenants(
  snapshot: ClusterSnapshot,
  { connections }: Known,
): FoundTenant[] {
  const accounts = snapshot.tables.ServiceAccount;
  const fitting = connections.filter(it => it.custody === 'vaulttenantsa');
  const lookingIn = (namespace: string) =>
    fitting.filter(({ names }) => {
      const account = find(accounts, names.serviceAccount, namespace);
      return account && (isOurs(account) || isSelected(namespace, snapshot));
    });
  return [...accounts.objects.keys()].flatMap(namespace => {
    const looking = lookingIn(namespace);
    return looking.length > 0 ? [tenantAt(namespace, snapshot, looking)] : [];
  });
}

/** By Vault's role for tenants' accounts. */
function isSelected(namespace: string, { tables }: ClusterSnapshot): boolean {
  const labels = find(tables.Namespace, namespace)?.meta.labels ?? {};
  return labels[LABEL_CSI_KMS] === 'enabled';
}

/**
 * Our ConfigMap alone: of the custody that its volumes name. Without volumes a
 * tenant with a ServiceAccount, since tokens are on record.
 */
function begunTenant(
  namespace: string,
  snapshot: ClusterSnapshot,
  { connections }: Known,
): FoundTenant | undefined {
  const looking = connections.filter(it =>
    isOurs(find(snapshot.tables.ConfigMap, it.names.configMap, namespace)),
  );
  const named = namedByVolumes(namespace, snapshot, looking);
  const likely =
    named.at(0) ??
    looking.find(it => it.custody === 'vaulttenantsa') ??
    looking.at(0);
  const ofCustody = looking.filter(it => it.custody === likely?.custody);
  return likely && tenantAt(namespace, snapshot, ofCustody);
}

/** @param looking - connections of one custody that find their objects there */
function tenantAt(
  namespace: string,
  snapshot: ClusterSnapshot,
  looking: readonly TenantConnection[],
): FoundTenant {
  const { cluster } = snapshot;
  const named = namedByVolumes(namespace, snapshot, looking);
  const kms = new Set((named.length > 0 ? named : looking).map(it => it.kms));
  return {
    cluster,
    namespace,
    tenantId: tenantId(cluster, namespace),
    custody: looking[0].custody,
    kms: kms.size === 1 ? [...kms][0] : undefined,
  };
}

function namedByVolumes(
  namespace: string,
  snapshot: ClusterSnapshot,
  connections: readonly TenantConnection[],
): TenantConnection[] {
  const volumes = encryptedVolumes(snapshot).get(namespace) ?? [];
  const named = new Set(volumes.map(({ kmsId }) => kmsId));
  return connections.filter(it => named.has(it.connection.kmsId));
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

function isOurs(object: KubernetesObject | undefined): boolean {
  return object?.meta.labels[LABEL_MANAGED_BY] === MANAGER;
}

function byText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

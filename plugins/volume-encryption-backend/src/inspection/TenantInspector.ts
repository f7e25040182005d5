import {
  VolumeEncryptionError,
  type SourceProblem,
  type TenantInspection,
  type TenantPage,
} from 'backstage-plugin-volume-encryption-common';
import type { TenantCredentialStore } from '../custody';
import { clusterProblems } from '../status/problems';
import type { Systems } from '../systems';
import type { ClusterSnapshot, VolumeIndex } from '../volumeIndex';
import { findTenants, type FoundTenant } from './findTenants';
import { inspectFound } from './inspectFound';
import { tenantConnections } from './tenantConnections';
import { ownerOf, tenantSummary } from './tenantSummary';

/** Where tenants are known from. */
export interface InspectorParts {
  index: VolumeIndex;
  systems: Systems;
  credentials: Pick<TenantCredentialStore, 'all'>;
  now: () => Date;
}

/** Lists tenants, and looks closely at one. */
export class TenantInspector {
  readonly #parts: InspectorParts;

  constructor(parts: InspectorParts) {
    this.#parts = parts;
  }

  /** A page of tenants, without any call. Throws `unknown-cluster`. */
  async list(query: {
    cluster?: string;
    search?: string;
    limit: number;
    offset: number;
  }): Promise<TenantPage> {
    const { index, systems, now } = this.#parts;
    const { cluster, search, limit, offset } = query;
    const snapshots =
      cluster === undefined ? index.snapshots() : [index.snapshot(cluster)];
    const known = new Map(
      snapshots.map(snapshot => [
        snapshot.cluster,
        {
          snapshot,
          connections: tenantConnections(snapshot, systems),
          now: now(),
        },
      ]),
    );
    const found = (await findTenants(this.#parts)).flatMap(tenant => {
      const sources = known.get(tenant.cluster);
      return sources && matches(tenant, search, sources.snapshot)
        ? [{ tenant, sources }]
        : [];
    });
    return {
      ...{ total: found.length, offset, limit },
      items: found
        .slice(offset, offset + limit)
        .map(({ tenant, sources }) => tenantSummary(tenant, sources)),
      problems: snapshots.flatMap(problemsOf),
    };
  }

  /**
   * One tenant, asked of cluster and KMS now. Throws `unknown-cluster`, and
   * `not-found` for a namespace that is no tenant.
   */
  async inspect(query: {
    cluster: string;
    namespace: string;
    limit: number;
    offset: number;
  }): Promise<TenantInspection> {
    const { index, systems, now } = this.#parts;
    const { cluster, namespace, limit, offset } = query;
    const snapshot = index.snapshot(cluster);
    const [tenant, ...others] = (await findTenants(this.#parts)).filter(
      it => it.cluster === cluster && it.namespace === namespace,
    );
    if (!tenant) throw noTenant(cluster, namespace);
    const page = { limit, offset };
    return inspectFound({
      ...{ tenant, others, snapshot, systems, page },
      now: now(),
    });
  }
}

function problemsOf(snapshot: ClusterSnapshot): SourceProblem[] {
  return clusterProblems(snapshot, [
    'Namespace',
    'ConfigMap',
    'ServiceAccount',
    'PersistentVolume',
  ]);
}

function matches(
  tenant: FoundTenant,
  search: string | undefined,
  snapshot: ClusterSnapshot,
): boolean {
  if (!search) return true;
  const wanted = search.toLocaleLowerCase('en-US');
  const texts = [tenant.tenantId, ownerOf(tenant, snapshot) ?? ''];
  return texts.some(it => it.toLocaleLowerCase('en-US').includes(wanted));
}

function noTenant(cluster: string, namespace: string): VolumeEncryptionError {
  return new VolumeEncryptionError(
    'not-found',
    `Nothing shows that namespace ${JSON.stringify(namespace)} of cluster "${cluster}" is a tenant. Onboard it first.`,
    { field: 'namespace' },
  );
}

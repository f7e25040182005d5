import {
  VolumeEncryptionError,
  type TenantCredentialView,
  type TenantInspection,
  type TenantPage,
} from 'backstage-plugin-volume-encryption-common';
import type { TenantCredentialStore } from '../custody';
import type { KmsFacts } from '../status';
import { withDeadline } from '../status/withDeadline';
import type { Systems } from '../systems';
import type { ClusterSnapshot, VolumeIndex } from '../volumeIndex';
import { accountCredential, indexedObjects } from './accountCredential';
import { tokenView } from './credentialView';
import { findTenants, type FoundTenant } from './findTenants';
import { inspectFound } from './inspectFound';
import { tenantConnections } from './tenantConnections';
import { tenantProblems } from './tenantProblems';
import { ownerOf, tenantSummary, type SummarySources } from './tenantSummary';

/** Where tenants are known from. */
export interface InspectorParts {
  index: VolumeIndex;
  systems: Systems;
  credentials: Pick<TenantCredentialStore, 'all'>;
  kmsFacts: KmsFacts;
  now: () => Date;
}

/** Lists tenants, and looks closely at one. */
export class TenantInspector {
  readonly #parts: InspectorParts;

  constructor(parts: InspectorParts) {
    this.#parts = parts;
  }

  /**
   * A page of tenants, without any call but for the roles that they log in to.
   * Throws `unknown-cluster`.
   */
  async list(query: {
    cluster?: string;
    search?: string;
    limit: number;
    offset: number;
  }): Promise<TenantPage> {
    const { index, systems } = this.#parts;
    const { cluster, search, limit, offset } = query;
    const snapshots =
      cluster === undefined ? index.snapshots() : [index.snapshot(cluster)];
    const known = new Map(
      snapshots.map(snapshot => [
        snapshot.cluster,
        { snapshot, connections: tenantConnections(snapshot, systems) },
      ]),
    );
    const found = (await findTenants(this.#parts)).flatMap(tenant => {
      const sources = known.get(tenant.cluster);
      return sources && matches(tenant, search, sources.snapshot)
        ? [{ tenant, sources }]
        : [];
    });
    const page = found.slice(offset, offset + limit);
    const items = await withDeadline(deadline =>
      Promise.all(
        page.map(async ({ tenant, sources }) =>
          tenantSummary(
            tenant,
            await this.#credentialOf(tenant, sources, deadline),
            sources,
          ),
        ),
      ),
    );
    return {
      ...{ total: found.length, offset, limit },
      items,
      problems: snapshots.flatMap(tenantProblems),
    };
  }

  async #credentialOf(
    tenant: FoundTenant,
    sources: SummarySources,
    deadline: Promise<void>,
  ): Promise<TenantCredentialView> {
    if (tenant.custody === 'vaulttokens') {
      return tokenView(tenant.credential, { now: this.#parts.now() });
    }
    const login = { sources: this.#parts, deadline };
    const objects = indexedObjects(tenant, sources.snapshot);
    return accountCredential(tenant, objects, { ...sources, login });
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
    const { index, systems, kmsFacts, now } = this.#parts;
    const { cluster, namespace, limit, offset } = query;
    const snapshot = index.snapshot(cluster);
    const [tenant, ...others] = (await findTenants(this.#parts)).filter(
      it => it.cluster === cluster && it.namespace === namespace,
    );
    if (!tenant) throw noTenant(namespace, snapshot);
    const page = { limit, offset };
    return inspectFound({
      ...{ tenant, others, snapshot, systems, kmsFacts, page },
      now: now(),
    });
  }
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

/** Where tenants may lack, to onboard is not the first thing to do. */
function noTenant(
  namespace: string,
  snapshot: ClusterSnapshot,
): VolumeEncryptionError {
  const problems = tenantProblems(snapshot).map(({ message }) => message);
  const next =
    problems.length > 0
      ? `It may be one nonetheless. ${problems.join(' ')}`
      : 'Onboard it first.';
  return new VolumeEncryptionError(
    'not-found',
    `Nothing shows that namespace ${JSON.stringify(namespace)} of cluster "${snapshot.cluster}" is a tenant. ${next}`,
    { field: 'namespace' },
  );
}

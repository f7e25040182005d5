import {
  VolumeEncryptionError,
  valueOf,
  type TenantCredentialView,
  type TenantInspection,
  type TenantPage,
} from 'backstage-plugin-volume-encryption-common';
import type { TenantCredentialStore } from '../custody';
import type { KeyInventory } from '../keyInventory/KeyInventory';
import type { KmsFacts } from '../status';
import { withDeadline } from '../status/withDeadline';
import type { Systems } from '../systems';
import type { ClusterSnapshot, VolumeIndex } from '../volumeIndex';
import { accountCredential, indexedObjects } from './accountCredential';
import { findTenants, type FoundTenant } from './findTenants';
import { inspectFound } from './inspectFound';
import { tenantConnections } from './tenantConnections';
import { tenantProblems } from './tenantProblems';
import { ownerOf, tenantSummary, type SummarySources } from './tenantSummary';
import { worstToken } from './tokensInUse';

/** Where tenants are known from. */
export interface InspectorParts {
  index: VolumeIndex;
  systems: Systems;
  credentials: Pick<TenantCredentialStore, 'all'>;
  kmsFacts: KmsFacts;
  keyInventory: Pick<KeyInventory, 'ofMount'>;
  now: () => Date;
}

/** What decides whether a tenant is on a page, and what its row is made of. */
interface ListedTenant {
  tenant: FoundTenant;
  credential: TenantCredentialView;
  sources: SummarySources;
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
    /** Only those whose credential is in this state. */
    state?: string;
    limit: number;
    offset: number;
  }): Promise<TenantPage> {
    const { cluster, state, limit, offset } = query;
    const { index } = this.#parts;
    const snapshots =
      cluster === undefined ? index.snapshots() : [index.snapshot(cluster)];
    const matching = await this.#matching(snapshots, query.search);
    const found = matching.filter(
      ({ credential }) => state === undefined || credential.state === state,
    );
    return {
      total: found.length,
      states: countsOf(matching),
      ...{ offset, limit },
      items: found
        .slice(offset, offset + limit)
        .map(it => tenantSummary(it.tenant, it.credential, it.sources)),
      problems: snapshots.flatMap(tenantProblems),
    };
  }

  /**
   * One tenant, asked of cluster and KMS now. Throws `unknown-cluster`, and
   * `not-found` for a namespace that is no tenant, or has no such credential.
   */
  async inspect(query: {
    cluster: string;
    namespace: string;
    /** Which of its credentials, where it has several; else the first. */
    custody?: string;
    kms?: string;
    limit: number;
    offset: number;
  }): Promise<TenantInspection> {
    const { index, systems, kmsFacts, keyInventory, now } = this.#parts;
    const { cluster, namespace, limit, offset } = query;
    const snapshot = index.snapshot(cluster);
    const found = (await findTenants(this.#parts)).filter(
      it => it.cluster === cluster && it.namespace === namespace,
    );
    if (found.length === 0) throw noTenant(namespace, snapshot);
    const tenant = found.find(it => isAskedFor(it, query));
    if (!tenant) throw noCredential(found, query);
    const others = found.filter(it => it !== tenant);
    const page = { limit, offset };
    return inspectFound({
      ...{ tenant, others, snapshot, systems, kmsFacts, keyInventory, page },
      now: now(),
    });
  }

  async #matching(
    snapshots: readonly ClusterSnapshot[],
    search: string | undefined,
  ): Promise<ListedTenant[]> {
    const { systems } = this.#parts;
    const known = new Map(
      snapshots.map(snapshot => {
        const connections = tenantConnections(snapshot, systems);
        return [snapshot.cluster, { snapshot, connections }];
      }),
    );
    const tenants = await findTenants(this.#parts);
    const found = await withDeadline(deadline =>
      Promise.all(
        tenants.map(async tenant => {
          const sources = known.get(tenant.cluster);
          if (!sources || !matches(tenant, search, sources.snapshot)) return [];
          return [
            {
              ...{ tenant, sources },
              credential: await this.#credentialOf(tenant, sources, deadline),
            },
          ];
        }),
      ),
    );
    return found.flat();
  }

  async #credentialOf(
    tenant: FoundTenant,
    sources: SummarySources,
    deadline: Promise<void>,
  ): Promise<TenantCredentialView> {
    if (tenant.custody === 'vaulttokens') {
      return worstToken(tenant, this.#parts.now());
    }
    const login = { sources: this.#parts, deadline };
    const objects = indexedObjects(tenant, sources.snapshot);
    const now = this.#parts.now();
    const found = await accountCredential(tenant, objects, {
      ...{ ...sources, login, now },
    });
    return found.view;
  }
}

function countsOf(tenants: readonly ListedTenant[]): TenantPage['states'] {
  const states: TenantPage['states'] = {};
  for (const { credential } of tenants) {
    states[credential.state] = (states[credential.state] ?? 0) + 1;
  }
  return states;
}

interface Which {
  custody?: string;
  kms?: string;
}

function isAskedFor(tenant: FoundTenant, { custody, kms }: Which): boolean {
  return (
    (custody === undefined || tenant.custody === custody) &&
    (kms === undefined || tenant.kms === kms)
  );
}

function noCredential(
  found: readonly FoundTenant[],
  { kms }: Which,
): VolumeEncryptionError {
  const [{ tenantId }] = found;
  const its = found.map(
    it =>
      `${it.custody} of ${it.kms ? `KMS ${it.kms}` : 'a KMS that is not known'}`,
  );
  return new VolumeEncryptionError(
    'not-found',
    `Tenant "${tenantId}" has no such credential. It has: ${its.join(', ')}.`,
    { field: kms === undefined ? 'custody' : 'kms' },
  );
}

function matches(
  tenant: FoundTenant,
  search: string | undefined,
  snapshot: ClusterSnapshot,
): boolean {
  if (!search) return true;
  const wanted = search.toLocaleLowerCase('en-US');
  const texts = [tenant.tenantId, valueOf(ownerOf(tenant, snapshot)) ?? ''];
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

import type { Entity } from '@backstage/catalog-model';
import type {
  ClusterList,
  EntityVolumes,
  KmsConnectionList,
  KmsList,
  StorageClassList,
  TenantList,
  VolumeView,
} from 'backstage-plugin-volume-encryption-common';
import type { ChangeSignals } from '../signals';
import type { PageRequest } from './claimPage';
import { claimVolume, type ClaimRef } from './claimVolume';
import { entityVolume, entityVolumes, type Followers } from './entityVolumes';
import { KmsWatch } from './KmsWatch';
import { clusterView, kmsConnections, storageClasses } from './platform';
import { SharedPages } from './SharedPages';
import type { Sources } from './Sources';
import { clusterNamespaces, entityTenants } from './tenants';
import { withDeadline } from './withDeadline';

/**
 * Answers what is known, without asking who may know it. No answer waits long
 * for a KMS or a cluster: what they do not tell in time is unknown.
 */
export class StatusService {
  readonly #sources: Sources;
  readonly #followers: Followers;
  readonly #pages: SharedPages;

  constructor(sources: Sources, signals: ChangeSignals) {
    const tell = (entityRefs: string[]) => signals.tell(entityRefs);
    const kmsWatch = new KmsWatch({ ...sources, tell });
    this.#followers = { signals, kmsWatch };
    this.#pages = new SharedPages({ index: sources.index, signals });
    this.#sources = sources;
  }

  /** Watches the KMSs that answers rest on until the signal aborts. */
  follow(signal: AbortSignal): Promise<void> {
    return this.#followers.kmsWatch.follow(signal);
  }

  /** A page of the entity's volumes in the namespaces that consent to it. */
  entityVolumes(entity: Entity, page: PageRequest): Promise<EntityVolumes> {
    return this.#pages.get(entity, page, () =>
      entityVolumes(entity, page, {
        sources: this.#sources,
        followers: this.#followers,
      }),
    );
  }

  /** One of them, and what would become of it; throws `unknown-cluster`, `not-found`. */
  entityVolume(
    entity: Entity,
    ref: { cluster: string; namespace: string; claim: string },
  ): Promise<VolumeView> {
    return entityVolume(entity, ref, this.#sources);
  }

  /**
   * The volume of a claim, whosever it is; undefined where the index knows no such
   * claim. Throws `unknown-cluster`.
   */
  claimVolume(ref: ClaimRef): Promise<VolumeView | undefined> {
    return claimVolume(ref, this.#sources);
  }

  /** The namespaces where the entity may have volumes. */
  entityTenants(entity: Entity): Promise<TenantList> {
    return entityTenants(entity, this.#sources);
  }

  /** Of one cluster, or of all; throws `unknown-cluster`. */
  async storageClasses(cluster?: string): Promise<StorageClassList> {
    return storageClasses(cluster, this.#sources);
  }

  async kms(): Promise<KmsList> {
    const { kms, kmsFacts } = this.#sources;
    const items = await withDeadline(deadline =>
      Promise.all(kms.map(it => kmsFacts.health(it, deadline))),
    );
    return { items };
  }

  async clusters(): Promise<ClusterList> {
    return { items: this.#sources.index.snapshots().map(clusterView) };
  }

  /** Throws `unknown-cluster`. */
  namespaces(cluster: string): Promise<TenantList> {
    return clusterNamespaces(cluster, this.#sources);
  }

  /** Throws `unknown-cluster`. */
  async kmsConnections(cluster: string): Promise<KmsConnectionList> {
    return kmsConnections(cluster, this.#sources);
  }
}

import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { ServiceUnavailableError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AuthorizeResult,
  type AuthorizePermissionRequest,
  type BasicPermission,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  entityVolumesReadPermission,
  VolumeEncryptionError,
  type Capabilities,
} from 'backstage-plugin-volume-encryption-common';
import { capabilitiesOf } from './capabilitiesOf';
import type { Systems } from '../systems';
import type { VolumeIndex } from '../volumeIndex';
import { Withheld } from './Withheld';
import { annotatedPlace, consentOf, serves } from './consent';
import { noConsent } from './noConsent';
import { normalisedRef } from './normalisedRef';
import { RecentGrants } from './RecentGrants';

/**
 * Who may do what. Always asked with the caller's own credentials; what an
 * entity may use is decided by the namespaces, not by the entity.
 */
export class Access {
  readonly #catalog: CatalogService;
  readonly #permissions: PermissionsService;
  readonly #index: VolumeIndex;
  readonly #systems: Systems;
  readonly #readings: RecentGrants<Entity>;

  constructor(parts: {
    catalog: CatalogService;
    permissions: PermissionsService;
    index: VolumeIndex;
    systems: Systems;
    now?: () => Date;
  }) {
    this.#catalog = parts.catalog;
    this.#permissions = parts.permissions;
    this.#index = parts.index;
    this.#systems = parts.systems;
    this.#readings = new RecentGrants(parts.now ?? (() => new Date()));
  }

  /**
   * The entity, when the caller may see it in the catalog and has the
   * permission on it. Throws `invalid-input`, `not-found`, `not-allowed`.
   */
  async authorizeEntity(
    permission: ResourcePermission,
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<Entity> {
    const resourceRef = normalisedRef(entityRef);
    const entity = await this.#read(resourceRef, credentials);
    await this.#authorize({ permission, resourceRef }, credentials);
    return entity;
  }

  /**
   * The entity, when the caller may read its volumes and the namespace that it
   * names in its annotations, if any, consents. That he may is believed for some
   * seconds, the consent is looked at each time. Throws what `authorizeEntity`
   * does, and `no-consent`.
   */
  async authorizeReading(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<Entity> {
    const permission = entityVolumesReadPermission;
    const key = JSON.stringify([
      credentials.principal,
      normalisedRef(entityRef),
    ]);
    const entity = await this.#readings.get(key, () =>
      this.authorizeEntity(permission, entityRef, credentials),
    );
    this.#requireConsentOfAnnotated(entity);
    return entity;
  }

  /**
   * Which of the product's permissions the caller has. Those on an entity are
   * told only for one that is named, and of one that he does not see he has
   * none. Throws `invalid-input`.
   */
  async capabilities(
    entityRef: string | undefined,
    credentials: BackstageCredentials,
  ): Promise<Capabilities> {
    const entity =
      entityRef === undefined
        ? undefined
        : await this.#sight(normalisedRef(entityRef), credentials);
    return capabilitiesOf(entity, requests => this.#ask(requests, credentials));
  }

  /** Throws `not-allowed`. */
  async authorizePlatform(
    permission: BasicPermission,
    credentials: BackstageCredentials,
  ): Promise<void> {
    await this.#authorize({ permission }, credentials);
  }

  /**
   * By either permission; returns whether the caller has the first. Throws
   * `not-allowed`, which names the first.
   */
  async authorizeEither(
    [permission, other]: readonly [BasicPermission, BasicPermission],
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    const requests = [{ permission }, { permission: other }];
    const [hasFirst, hasOther] = await this.#ask(requests, credentials);
    if (!hasFirst && !hasOther) throw lacking(permission);
    return hasFirst;
  }

  /**
   * The namespace consents to the entity, as the cluster says now: it is asked,
   * because a consent that was taken back may not have been told yet. Throws
   * `unknown-cluster`, `no-consent`, `cluster-unreachable` at once when what is
   * known of the cluster is old or nothing, and what the cluster throws.
   */
  async requireConsent(place: {
    entity: Entity;
    cluster: string;
    namespace: string;
  }): Promise<void> {
    const { entity, cluster, namespace } = place;
    const snapshot = this.#index.snapshot(cluster);
    if (snapshot.tables.Namespace.state !== 'synced') {
      throw new VolumeEncryptionError(
        'cluster-unreachable',
        `Whether namespace "${namespace}" of cluster "${cluster}" consents cannot be read now. Try again when the cluster answers.`,
      );
    }
    const { reader } = this.#systems.cluster(cluster);
    const isGiven =
      consentOf(entity, snapshot, namespace) === 'given' &&
      serves(await reader.get('Namespace', { name: namespace }), entity);
    if (!isGiven) {
      throw noConsent(entity, namespace, `of cluster "${cluster}"`);
    }
  }

  /**
   * An entity that names a namespace in its annotations must have its consent
   * on at least one of the clusters that it may mean. A cluster that cannot be
   * read, or is not configured, is given the benefit of the doubt, as it has
   * nothing to show. Throws `no-consent`.
   */
  #requireConsentOfAnnotated(entity: Entity): void {
    const { cluster, namespace } = annotatedPlace(entity);
    if (!namespace) return;
    const meant = this.#index
      .snapshots()
      .filter(snapshot => !cluster || snapshot.cluster === cluster);
    const consents = meant.map(it => consentOf(entity, it, namespace));
    const isOpen = consents.some(it => it === 'given' || it === 'unknown');
    if (meant.length > 0 && !isOpen) {
      throw noConsent(entity, namespace, 'that its annotation names');
    }
  }

  async #read(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<Entity> {
    const entity = await this.#find(entityRef, credentials);
    if (entity) return entity;
    throw new Withheld(
      `There is no entity "${entityRef}" in the catalog, or you may not see it.`,
      { field: 'entityRef' },
    );
  }

  async #sight(resourceRef: string, credentials: BackstageCredentials) {
    const entity = await this.#find(resourceRef, credentials);
    return { resourceRef, isSeen: entity !== undefined };
  }

  async #find(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<Entity | undefined> {
    return this.#catalog
      .getEntityByRef(entityRef, { credentials })
      .catch(() => {
        throw new ServiceUnavailableError('The catalog did not answer.');
      });
  }

  async #authorize(
    request: AuthorizePermissionRequest,
    credentials: BackstageCredentials,
  ): Promise<void> {
    const [isAllowed] = await this.#ask([request], credentials);
    if (!isAllowed) throw lacking(request.permission);
  }

  /** Whether each is allowed, in the order of the requests. */
  async #ask(
    requests: AuthorizePermissionRequest[],
    credentials: BackstageCredentials,
  ): Promise<boolean[]> {
    const decisions = await this.#permissions
      .authorize(requests, { credentials })
      .catch(() => {
        throw new ServiceUnavailableError('The permissions did not answer.');
      });
    return decisions.map(({ result }) => result === AuthorizeResult.ALLOW);
  }
}

function lacking({ name }: { name: string }): VolumeEncryptionError {
  return new VolumeEncryptionError(
    'not-allowed',
    `You lack the permission "${name}". Ask the platform team for it.`,
  );
}

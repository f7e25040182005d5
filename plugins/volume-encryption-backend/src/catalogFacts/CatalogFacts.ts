import {
  VolumeEncryptionError,
  type BlastRadius,
  type CatalogFactPage,
} from 'backstage-plugin-volume-encryption-common';
import type { Kms } from 'backstage-plugin-volume-encryption-node';
import type { TenantCredentialStore } from '../custody';
import { findTenants } from '../inspection/findTenants';
import { clusterProblems } from '../status/problems';
import type { Systems } from '../systems';
import type { VolumeIndex } from '../volumeIndex';
import { blastRadius } from './blastRadius';
import type { CatalogUsers } from './CatalogUsers';
import { gatherFacts, type Sources } from './gatherFacts';
import { isRead, knownClusters, NEEDED } from './knownClusters';
import { usersOf } from './usersOf';

/**
 * What the catalog may know of clusters, KMSs, classes and tenants, and who uses
 * them. From the index, the records and the catalog; no cluster and no KMS is
 * asked.
 */
export class CatalogFacts {
  constructor(
    private readonly parts: {
      index: VolumeIndex;
      systems: Systems;
      kms: readonly Kms[];
      credentials: Pick<TenantCredentialStore, 'all'>;
      users: Pick<CatalogUsers, 'entities'>;
    },
  ) {}

  /** Those whose ids come next. Throws `ServiceUnavailableError`. */
  async list(page: {
    after?: string;
    limit: number;
  }): Promise<CatalogFactPage> {
    const { after = '', limit } = page;
    const sources = await this.#sources();
    const left = gatherFacts(sources).filter(({ id }) => id > after);
    const items = left.slice(0, limit);
    return {
      items,
      next: left.length > limit ? items.at(-1)?.id : undefined,
      unread: sources.clusters
        .filter(({ snapshot }) => !isRead(snapshot))
        .map(({ snapshot }) => snapshot.cluster),
    };
  }

  /** Throws `not-found`, and `ServiceUnavailableError`. */
  async blastRadius(
    id: string,
    { limit, offset }: { limit: number; offset: number },
  ): Promise<BlastRadius> {
    const sources = await this.#sources();
    const { clusters, users } = sources;
    const fact = gatherFacts(sources).find(it => it.id === id);
    if (!fact) throw noFact(id);
    const found = await blastRadius(id, clusters, users);
    const { entities, ...counts } = found;
    return {
      fact,
      ...counts,
      total: entities.length,
      offset,
      limit,
      items: entities.slice(offset, offset + limit),
      problems: clusters.flatMap(({ snapshot }) =>
        clusterProblems(snapshot, NEEDED),
      ),
    };
  }

  async #sources(): Promise<Sources> {
    const { kms, users } = this.parts;
    const entities = await users.entities();
    const tenants = await findTenants(this.parts);
    const clusters = knownClusters(this.parts);
    return {
      clusters,
      kms: kms.map(({ name }) => name),
      tenants,
      users: await usersOf(entities, clusters),
    };
  }
}

function noFact(id: string): VolumeEncryptionError {
  return new VolumeEncryptionError(
    'not-found',
    `There is no ${JSON.stringify(id)}, or it could not be read. Take an id of the catalog's facts, such as "kms/vault".`,
    { field: 'of' },
  );
}

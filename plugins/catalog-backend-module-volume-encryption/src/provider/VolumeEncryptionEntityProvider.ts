import type {
  AuthService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type {
  CatalogService,
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import type { VolumeEncryptionService } from 'backstage-plugin-volume-encryption-node';
import type { ProviderSettings } from '../config/readProviderConfig';
import { changesOf } from './changesOf';
import { formerEntities } from './formerEntities';
import { readFacts } from './readFacts';

const NAME = 'volume-encryption';

/** Keeps clusters, KMSs, StorageClasses and tenants in the catalog. */
export class VolumeEncryptionEntityProvider implements EntityProvider {
  constructor(
    private readonly parts: {
      auth: AuthService;
      catalog: Pick<CatalogService, 'streamEntities'>;
      logger: LoggerService;
      scheduler: SchedulerService;
      service: Pick<VolumeEncryptionService, 'listCatalogFacts'>;
      settings: ProviderSettings;
    },
  ) {}

  getProviderName(): string {
    return NAME;
  }

  /** From now on it looks again and again, on one replica at a time. */
  async connect(connection: EntityProviderConnection): Promise<void> {
    const { scheduler, settings } = this.parts;
    await scheduler.scheduleTask({
      ...settings.schedule,
      id: `${NAME}:refresh`,
      fn: signal => this.#attempt(connection, signal),
    });
  }

  /** What cannot be read leaves the catalog as it is. */
  async #attempt(
    connection: EntityProviderConnection,
    signal: AbortSignal,
  ): Promise<void> {
    try {
      await this.refresh(connection, signal);
    } catch (error) {
      const { message } = toError(error);
      this.parts.logger.warn(
        `Resources of Volume Encryption stay as they are until the next run: ${message}`,
      );
    }
  }

  /** Gives the catalog what is new, other or gone. Throws when it cannot read. */
  async refresh(
    connection: EntityProviderConnection,
    signal?: AbortSignal,
  ): Promise<void> {
    const { auth, catalog, logger, service, settings } = this.parts;
    const credentials = await auth.getOwnServiceCredentials();
    const facts = await readFacts(service, { credentials, signal });
    const former = await formerEntities(catalog, credentials);
    const { added, removed } = changesOf(facts, former, settings);
    if (added.length + removed.length === 0) return;
    await connection.applyMutation({
      type: 'delta',
      added: added.map(entity => ({ entity, locationKey: NAME })),
      removed: removed.map(ref => ({ entityRef: ref, locationKey: NAME })),
    });
    logger.info(
      `Resources of Volume Encryption: ${added.length} new or changed, ${removed.length} gone.`,
    );
  }
}

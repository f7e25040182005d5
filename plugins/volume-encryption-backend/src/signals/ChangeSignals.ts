import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { SignalsService } from '@backstage/plugin-signals-node';
import type { VolumesChangedSignal } from 'backstage-plugin-volume-encryption-common';
import { entityClaims } from '../tenancy';
import { claimKey, type IndexChange, type VolumeIndex } from '../volumeIndex';
import { channelOf } from './channelOf';
import { PendingChanges } from './PendingChanges';

/** How many entities are followed; the longest unread ones go first. */
const MAX_ENTITIES = 2000;

const DEBOUNCE_MS = 200;

interface FollowedEntity {
  entity: Entity;
  /** Keys of its claims by cluster, as last worked out. */
  claims: Map<string, Set<string>>;
}

/**
 * Tells those who look at an entity that its volumes may be judged otherwise
 * now. A signal carries a number that grows and nothing else.
 */
export class ChangeSignals {
  readonly #index: VolumeIndex;
  readonly #signals: SignalsService;
  readonly #logger: LoggerService;
  readonly #followed = new Map<string, FollowedEntity>();
  readonly #pending: PendingChanges;
  #revision: number;

  constructor(parts: {
    index: VolumeIndex;
    signals: SignalsService;
    logger: LoggerService;
    now: () => Date;
  }) {
    this.#index = parts.index;
    this.#signals = parts.signals;
    this.#logger = parts.logger;
    // So that it grows over a restart as well.
    this.#revision = parts.now().getTime();
    this.#pending = new PendingChanges(DEBOUNCE_MS, changes =>
      this.#flush(changes),
    );
  }

  /** Listens to the index until the signal aborts. */
  start(signal: AbortSignal): void {
    const stop = this.#index.subscribe(change => this.#pending.add(change));
    signal.addEventListener('abort', () => {
      stop();
      this.#pending.clear();
    });
  }

  /** The entity was read: its readers are told of changes from now on. */
  follow(entity: Entity): { channel: string; revision: number } {
    const entityRef = stringifyEntityRef(entity);
    const claims = new Map(
      this.#index
        .snapshots()
        .map(it => [it.cluster, this.#claimsOn(it.cluster, entity)]),
    );
    this.#followed.delete(entityRef);
    this.#followed.set(entityRef, { entity, claims });
    const [oldest] = this.#followed.keys();
    if (this.#followed.size > MAX_ENTITIES) this.#followed.delete(oldest);
    return { channel: channelOf(entityRef), revision: this.#revision };
  }

  /** What was told of these entities is outdated by something else. */
  tell(entityRefs: readonly string[]): void {
    this.#revision += 1;
    for (const entityRef of entityRefs) this.#publish(channelOf(entityRef));
  }

  #flush(changes: IndexChange[]): void {
    this.#revision += 1;
    for (const [entityRef, followed] of this.#followed) {
      const touches = changes.map(change => this.#isTouched(followed, change));
      if (touches.includes(true)) this.#publish(channelOf(entityRef));
    }
  }

  /** By the claims it had and those it has. */
  #isTouched(
    { entity, claims }: FollowedEntity,
    { cluster, touched }: IndexChange,
  ): boolean {
    const before = claims.get(cluster) ?? new Set();
    const now = this.#claimsOn(cluster, entity);
    claims.set(cluster, now);
    if (touched === 'all') return true;
    return [...before, ...now].some(key => touched.has(key));
  }

  #claimsOn(cluster: string, entity: Entity): Set<string> {
    const claims = entityClaims(entity, this.#index.snapshot(cluster));
    return new Set(
      claims.map(({ meta }) => claimKey(meta.namespace, meta.name)),
    );
  }

  #publish(channel: string): void {
    const message: VolumesChangedSignal = { revision: this.#revision };
    this.#signals
      .publish({ recipients: { type: 'broadcast' }, channel, message })
      .catch(() => this.#logger.warn('A signal could not be published.'));
  }
}

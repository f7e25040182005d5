import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { SignalsService } from '@backstage/plugin-signals-node';
import type {
  PersistentVolumeClaim,
  VolumesChangedSignal,
} from 'backstage-plugin-volume-encryption-common';
import { entityClaims } from '../tenancy';
import type {
  ClusterSnapshot,
  IndexChange,
  TouchedClaims,
  VolumeIndex,
} from '../volumeIndex';
import { channelOf } from './channelOf';
import { keysOf } from './keysOf';
import { PendingChanges } from './PendingChanges';

/** How many entities are followed; the longest unread ones go first. */
const MAX_ENTITIES = 2000;

const DEBOUNCE_MS = 200;

interface FollowedEntity {
  entity: Entity;
  /** Its claims by cluster, as last worked out. */
  claims: Map<string, readonly PersistentVolumeClaim[]>;
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
      this.#index.snapshots().map(it => [it.cluster, entityClaims(entity, it)]),
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
    const told = changes.map(({ cluster, touched }) => ({
      snapshot: this.#index.snapshot(cluster),
      touched,
    }));
    for (const [entityRef, followed] of this.#followed) {
      const touches = told.map(change => isTouched(followed, change));
      if (touches.includes(true)) this.#publish(channelOf(entityRef));
    }
  }

  #publish(channel: string): void {
    const message: VolumesChangedSignal = { revision: this.#revision };
    this.#signals
      .publish({ recipients: { type: 'broadcast' }, channel, message })
      .catch(() => this.#logger.warn('A signal could not be published.'));
  }
}

/** By the claims it had and those it has. */
function isTouched(
  { entity, claims }: FollowedEntity,
  change: { snapshot: ClusterSnapshot; touched: TouchedClaims },
): boolean {
  const { snapshot, touched } = change;
  const before = claims.get(snapshot.cluster) ?? [];
  const now = entityClaims(entity, snapshot);
  claims.set(snapshot.cluster, now);
  if (touched === 'all') return true;
  const keys = [keysOf(before), keysOf(now)];
  return [...touched].some(key => keys.some(some => some.has(key)));
}

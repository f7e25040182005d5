import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { EntityVolumes } from 'backstage-plugin-volume-encryption-common';
import type { ChangeSignals } from '../signals';
import { entityClaims } from '../tenancy';
import type { VolumeIndex } from '../volumeIndex';
import type { PageRequest } from './claimPage';

/** Milliseconds for which a page is given to others who ask for it. */
const SHARED_MS = 1_000;

interface SharedPage {
  /** The very things that must be the same for whoever is given the page. */
  restsOn: readonly unknown[];
  answer: Promise<EntityVolumes>;
}

/**
 * Pages of volumes that several ask for at about the same time, as all who look
 * at an entity do when they are told of a change. What is told of after a page
 * was made makes it void at once, and so does a change of the entity's claims or
 * of a consent; the rest is a second old at most, and says its age.
 */
export class SharedPages {
  readonly #pages = new Map<string, SharedPage>();

  constructor(
    private readonly parts: { index: VolumeIndex; signals: ChangeSignals },
  ) {}

  /** The page if it was made a moment ago, or what `judge` makes. */
  async get(
    entity: Entity,
    page: PageRequest,
    judge: () => Promise<EntityVolumes>,
  ): Promise<EntityVolumes> {
    const { index, signals } = this.parts;
    const { revision } = signals.follow(entity);
    const claims = index.snapshots().map(it => entityClaims(entity, it));
    const restsOn = [revision, ...claims];
    const key = JSON.stringify([stringifyEntityRef(entity), page]);
    const before = this.#pages.get(key);
    const isValid = before?.restsOn.every((it, at) => it === restsOn[at]);
    if (before && isValid) return before.answer;
    return this.#share(key, { restsOn, answer: judge() });
  }

  #share(key: string, shared: SharedPage): Promise<EntityVolumes> {
    const forget = () => {
      if (this.#pages.get(key) === shared) this.#pages.delete(key);
    };
    this.#pages.set(key, shared);
    setTimeout(forget, SHARED_MS).unref();
    shared.answer.catch(forget);
    return shared.answer;
  }
}

import {
  folderKey,
  valueOf,
  type LostKey,
} from 'backstage-plugin-volume-encryption-common';
import type { Kms } from 'backstage-plugin-volume-encryption-node';
import { inBatches } from '../custody/inBatches';
import type { KmsFacts } from '../status';

/** So many keys are asked about in one round, those next in turn. */
const KEYS_PER_ROUND = 200;

/** Where a key is. */
export interface KeyLocation {
  mount: string;
  name: string;
}

/**
 * Keys whose name is listed and that are gone nonetheless: deleted softly, or
 * destroyed. Only the metadata of each tells, so they are asked for in turn, a few
 * at a time.
 */
export class LostKeys {
  readonly #found = new Map<string, LostKey>();
  #next = 0;

  constructor(private readonly kmsFacts: Pick<KmsFacts, 'key'>) {}

  /** By mount and name, as `folderKey` puts them. */
  get found(): ReadonlyMap<string, LostKey> {
    return this.#found;
  }

  /** Asks about some of these, and forgets what is not among them. */
  async look(
    kms: Kms,
    used: readonly KeyLocation[],
    { size, signal }: { size: number; signal: AbortSignal },
  ): Promise<void> {
    const known = new Set(used.map(pathOf));
    for (const path of this.#found.keys()) {
      if (!known.has(path)) this.#found.delete(path);
    }
    if (this.#next >= used.length) this.#next = 0;
    const some = used.slice(this.#next, this.#next + KEYS_PER_ROUND);
    this.#next += some.length;
    await inBatches(some, { size, signal }, async location => {
      const deadline = new Promise<void>(() => {});
      const fact = await this.kmsFacts.key(kms, location, { deadline });
      const presence = valueOf(fact)?.presence;
      if (presence === 'present') this.#found.delete(pathOf(location));
      if (presence !== 'soft-deleted' && presence !== 'destroyed') return;
      const at = fact.status === 'observed' ? fact.at : '';
      this.#found.set(pathOf(location), { presence, at });
    });
  }
}

function pathOf({ mount, name }: KeyLocation): string {
  return folderKey({ mount, folder: name });
}

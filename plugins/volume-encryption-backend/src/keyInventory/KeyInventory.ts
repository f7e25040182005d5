import {
  countKeys,
  filterKeys,
  orphanFinding,
  type KeyDescription,
  type KeyFilter,
  type KmsKey,
  type KmsKeyPage,
  type Observed,
  type PlatformFinding,
} from 'backstage-plugin-volume-encryption-common';
import type { Kms } from 'backstage-plugin-volume-encryption-node';
import type { KmsFacts } from '../status';
import type { Systems } from '../systems';
import type { VolumeIndex } from '../volumeIndex';
import { ClusterUses } from './ClusterUses';
import { keyProblems, looksInShort } from './keyProblems';
import { KmsInventory, type JudgedKeys } from './KmsInventory';
import type { KeyLocation } from './LostKeys';

/** A whole list of keys, and what it lacks. */
export type WholeKeys = Pick<
  KmsKeyPage,
  'incomplete' | 'assessedAt' | 'problems'
> & { items: readonly KmsKey[] };

/**
 * The keys of every KMS, held against the volumes and snapshots of all clusters.
 * No request asks a KMS: `look` does, on the scheduler.
 */
export class KeyInventory {
  readonly #inventories: ReadonlyMap<string, KmsInventory>;

  constructor(
    private readonly parts: {
      index: VolumeIndex;
      systems: Systems;
      kms: readonly Kms[];
      kmsFacts: Pick<KmsFacts, 'health' | 'key'>;
      now: () => Date;
    },
  ) {
    const clusters = new ClusterUses(parts);
    this.#inventories = new Map(
      parts.kms.map(kms => [
        kms.name,
        new KmsInventory({ ...parts, kms, clusters }),
      ]),
    );
  }

  /** One round: asks each KMS for some of its lists, and clusters for snapshots. */
  async look(signal: AbortSignal): Promise<void> {
    await Promise.all(
      [...this.#inventories.values()].map(it => it.look(signal)),
    );
  }

  /** A page of the keys of a KMS. Throws `unknown-kms`. */
  async list(
    kms: string,
    { state, search }: KeyFilter,
    { limit, offset }: { limit: number; offset: number },
  ): Promise<KmsKeyPage> {
    const judged = await this.#of(kms).judged();
    const matching = filterKeys(judged.keys, { search });
    const found = filterKeys(matching, { state });
    return {
      total: found.length,
      states: countKeys(matching),
      ...{ offset, limit },
      items: found.slice(offset, offset + limit),
      looks: looksInShort(judged.facts.looks),
      ...scopeOf(judged),
    };
  }

  /** All of them. Throws `unknown-kms`. */
  async whole(kms: string, filter: KeyFilter): Promise<WholeKeys> {
    const judged = await this.#of(kms).judged();
    return { items: filterKeys(judged.keys, filter), ...scopeOf(judged) };
  }

  /**
   * Keys of a mount that were listed just now, by their names: as the last look has
   * them, or by what is known of volumes where they came after it.
   */
  ofMount(
    kms: string,
    mount: string,
    listed: { names: readonly string[]; at: string },
  ): Promise<ReadonlyMap<string, KmsKey>> {
    return this.#of(kms).ofMount(mount, listed);
  }

  /**
   * That a key is gone, as of the last look; undefined where that look does not
   * show it. That it is there is not told: a name may be listed without a key.
   */
  absence(
    kms: string,
    location: KeyLocation,
  ): Observed<KeyDescription> | undefined {
    return this.#of(kms).absence(location);
  }

  /** That KMSs have keys of nothing. */
  async orphanFindings(): Promise<PlatformFinding[]> {
    const found = await Promise.all(
      [...this.#inventories].map(async ([name, inventory]) => {
        const { keys, facts } = await inventory.judged();
        const { oldestAt } = looksInShort(facts.looks);
        return orphanFinding(name, countKeys(keys).orphan, oldestAt) ?? [];
      }),
    );
    return found.flat();
  }

  #of(kms: string): KmsInventory {
    const found = this.#inventories.get(this.parts.systems.kms(kms).name);
    if (!found) throw new Error(`Nothing looks at the keys of KMS "${kms}".`);
    return found;
  }
}

function scopeOf({ at, facts, known }: JudgedKeys): Omit<WholeKeys, 'items'> {
  const problems = keyProblems(facts, known);
  const { folders, done, failed } = looksInShort(facts.looks);
  return {
    incomplete: problems.length > 0 || done < folders || failed > 0,
    assessedAt: at.toISOString(),
    problems,
  };
}

import {
  countKeys,
  filterKeys,
  folderKey,
  inKeyOrder,
  judgeFolder,
  matchListing,
  observed,
  orphanFinding,
  splitKeyName,
  surroundingsOf,
  usesOfKms,
  type ClusterKeyUses,
  type KeyDescription,
  type KeyFilter,
  type KmsKey,
  type KmsKeyFacts,
  type KmsKeyPage,
  type Observed,
  type PlatformFinding,
  type UsesOfKms,
} from 'backstage-plugin-volume-encryption-common';
import type { Kms } from 'backstage-plugin-volume-encryption-node';
import type { KmsFacts } from '../status';
import type { Systems } from '../systems';
import type { VolumeIndex } from '../volumeIndex';
import { clusterKeyUses } from './clusterKeyUses';
import { keyProblems, looksInShort } from './keyProblems';
import { KmsLooks } from './KmsLooks';
import type { KeyLocation } from './LostKeys';
import { SnapshotContents } from './SnapshotContents';

/** Milliseconds for which what was judged is given to others who ask. */
const GIVEN_MS = 2_000;

/** The keys of a KMS, as they were judged at a moment. */
interface Judged {
  /** Milliseconds of the clock. */
  atMs: number;
  facts: KmsKeyFacts;
  keys: readonly KmsKey[];
}

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
  readonly #looks: ReadonlyMap<string, KmsLooks>;
  readonly #snapshots: SnapshotContents;
  readonly #judged = new Map<string, Judged>();

  constructor(
    private readonly parts: {
      index: VolumeIndex;
      systems: Systems;
      kms: readonly Kms[];
      kmsFacts: Pick<KmsFacts, 'health' | 'key'>;
      now: () => Date;
    },
  ) {
    this.#snapshots = new SnapshotContents(parts.now);
    this.#looks = new Map(
      parts.kms.map(kms => [kms.name, new KmsLooks({ ...parts, kms })]),
    );
  }

  /** One round: asks each KMS for some of its lists, and clusters for snapshots. */
  async look(signal: AbortSignal): Promise<void> {
    await Promise.all(
      this.parts.kms.map(async kms => {
        const uses = usesIn(kms.name, this.#clusters());
        await this.#looksOf(kms.name).look(
          uses,
          async found => {
            const isAny = found.some(it => it.listing?.unmatched.size);
            if (isAny) await this.#listSnapshots(signal);
          },
          signal,
        );
        this.#judged.delete(kms.name);
      }),
    );
  }

  /** A page of the keys of a KMS. Throws `unknown-kms`. */
  list(
    kms: string,
    { state, search }: KeyFilter,
    { limit, offset }: { limit: number; offset: number },
  ): KmsKeyPage {
    const { items: matching, ...scope } = this.whole(kms, { search });
    const found = filterKeys(matching, { state });
    return {
      total: found.length,
      states: countKeys(matching),
      ...{ offset, limit },
      items: found.slice(offset, offset + limit),
      looks: looksInShort(this.#judge(kms).facts.looks),
      ...scope,
    };
  }

  /** All of them. Throws `unknown-kms`. */
  whole(kms: string, filter: KeyFilter): WholeKeys {
    const { keys, facts, atMs } = this.#judge(kms);
    const problems = keyProblems(facts, this.#looksOf(kms).known);
    const { folders, done, failed } = looksInShort(facts.looks);
    return {
      items: filterKeys(keys, filter),
      incomplete: problems.length > 0 || done < folders || failed > 0,
      assessedAt: new Date(atMs).toISOString(),
      problems,
    };
  }

  /**
   * Keys of a mount that were listed just now, by their names: as the last look has
   * them, or by what is known of volumes where they came after it.
   */
  ofMount(
    kms: string,
    mount: string,
    { names, at }: { names: readonly string[]; at: string },
  ): ReadonlyMap<string, KmsKey> {
    const { facts } = this.#judge(kms);
    const folder = { mount, folder: '' };
    const before = facts.looks.get(mount);
    const isNew = (name: string) =>
      before?.failure !== undefined || !before?.listing?.names.has(name);
    const listed = { names: new Set(names.filter(isNew)), at };
    const listing = matchListing(folder, listed, facts.uses);
    const looks = new Map([[mount, { ...folder, listing }]]);
    const surroundings = surroundingsOf(facts);
    const keys = [
      ...judgeFolder(mount, facts, surroundings).filter(it => !isNew(it.name)),
      ...judgeFolder(mount, { ...facts, looks }, surroundings).filter(it =>
        isNew(it.name),
      ),
    ];
    return new Map(keys.map(key => [key.name, key]));
  }

  /**
   * That a key is gone, as of the last look; undefined where that look does not
   * show it. That it is there is not told: a name may be listed without a key.
   */
  absence(
    kms: string,
    { mount, name }: KeyLocation,
  ): Observed<KeyDescription> | undefined {
    const { known, lost } = this.#looksOf(kms);
    const gone = lost.found.get(folderKey({ mount, folder: name }));
    if (gone) return observed({ presence: gone.presence }, gone.at);
    const { name: last, ...folder } = splitKeyName(mount, name);
    const { listing, failure } = known.looks.get(folderKey(folder)) ?? {};
    return listing?.missing.has(last) && failure === undefined
      ? observed({ presence: 'absent' }, listing.at)
      : undefined;
  }

  /** That KMSs have keys of nothing. */
  orphanFindings(): PlatformFinding[] {
    return this.parts.kms.flatMap(({ name }) => {
      const { keys, facts } = this.#judge(name);
      const { oldestAt } = looksInShort(facts.looks);
      return orphanFinding(name, countKeys(keys).orphan, oldestAt) ?? [];
    });
  }

  #judge(kms: string): Judged {
    const { mountPrefix, name } = this.parts.systems.kms(kms);
    const atMs = this.parts.now().getTime();
    const before = this.#judged.get(name);
    if (before && atMs - before.atMs < GIVEN_MS) return before;
    const clusters = this.#clusters();
    const { known, lost } = this.#looksOf(name);
    const uses = usesIn(name, clusters);
    const facts = {
      ...{ kms: name, mountPrefix, clusters, uses },
      looks: silenced(known),
      lost: lost.found,
    };
    const surroundings = surroundingsOf(facts);
    const folders = new Set([...known.looks.keys(), ...uses.byFolder.keys()]);
    const keys = [...folders].flatMap(it =>
      judgeFolder(it, facts, surroundings),
    );
    const judged = { atMs, facts, keys: inKeyOrder(keys) };
    this.#judged.set(name, judged);
    return judged;
  }

  #clusters(): ClusterKeyUses[] {
    const { index, systems } = this.parts;
    return index
      .snapshots()
      .map(it => clusterKeyUses(it, this.#snapshots.of(it.cluster), systems));
  }

  async #listSnapshots(signal: AbortSignal): Promise<void> {
    const { index, systems } = this.parts;
    await Promise.all(
      index
        .snapshots()
        .map(it => this.#snapshots.list(systems.cluster(it.cluster), signal)),
    );
  }

  #looksOf(kms: string): KmsLooks {
    const found = this.#looks.get(this.parts.systems.kms(kms).name);
    if (!found) throw new Error(`Nothing looks at the keys of KMS "${kms}".`);
    return found;
  }
}

function usesIn(kms: string, clusters: readonly ClusterKeyUses[]): UsesOfKms {
  return usesOfKms(
    kms,
    clusters.flatMap(({ uses }) => uses),
  );
}

/** While the KMS is silent, nothing of before says what is now. */
function silenced({ looks, silence }: KmsLooks['known']): KmsKeyFacts['looks'] {
  if (silence === undefined) return looks;
  return new Map(
    [...looks].map(([key, look]) => [key, { ...look, failure: silence }]),
  );
}

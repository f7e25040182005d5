import {
  folderKey,
  inKeyOrder,
  judgeFolder,
  matchListing,
  observed,
  SortedUses,
  splitKeyName,
  surroundingsOf,
  type ClusterKeyUses,
  type KeyDescription,
  type KmsKey,
  type KmsKeyFacts,
  type Observed,
} from 'backstage-plugin-volume-encryption-common';
import type { Kms } from 'backstage-plugin-volume-encryption-node';
import type { KmsFacts } from '../status';
import type { ClusterUses } from './ClusterUses';
import { inTurns } from './inTurns';
import { Judgements } from './Judgements';
import { KmsLooks, type LooksOfKms } from './KmsLooks';
import type { KeyLocation } from './LostKeys';

/** The keys of a KMS, as they were judged at a moment. */
export interface JudgedKeys {
  at: Date;
  facts: KmsKeyFacts;
  known: LooksOfKms;
  keys: readonly KmsKey[];
}

/** The keys of one KMS. */
export class KmsInventory {
  readonly #looks: KmsLooks;
  readonly #judgements: Judgements<JudgedKeys>;

  constructor(
    private readonly parts: {
      kms: Kms;
      kmsFacts: Pick<KmsFacts, 'health' | 'key'>;
      clusters: ClusterUses;
      now: () => Date;
    },
  ) {
    this.#looks = new KmsLooks(parts);
    this.#judgements = new Judgements(() => this.#judge(), parts.now);
  }

  /** One round of looks. */
  async look(signal: AbortSignal): Promise<void> {
    const { clusters } = this.parts;
    const uses = await this.#sorted(await clusters.read());
    await this.#looks.look(
      uses,
      async found => {
        const isAny = found.some(it => it.listing?.unmatched.size);
        if (isAny) await clusters.listSnapshots(signal);
      },
      signal,
    );
    await this.#judgements.renew();
  }

  /** What is known of all keys. */
  judged(): Promise<JudgedKeys> {
    return this.#judgements.read();
  }

  /** See `KeyInventory.ofMount`. */
  async ofMount(
    mount: string,
    { names, at }: { names: readonly string[]; at: string },
  ): Promise<ReadonlyMap<string, KmsKey>> {
    const { facts } = await this.judged();
    const folder = { mount, folder: '' };
    const before = facts.looks.get(mount);
    const isNew = (name: string) =>
      before?.failure !== undefined || !before?.listing?.names.has(name);
    const listed = { names: new Set(names.filter(isNew)), at };
    const listing = matchListing(folder, listed, facts.uses);
    const looks = new Map([[mount, { ...folder, listing }]]);
    const surroundings = surroundingsOf(facts);
    const old = judgeFolder(mount, facts, surroundings);
    const fresh = judgeFolder(mount, { ...facts, looks }, surroundings);
    const keys = [
      ...old.filter(it => !isNew(it.name)),
      ...fresh.filter(it => isNew(it.name)),
    ];
    return new Map(keys.map(key => [key.name, key]));
  }

  /** See `KeyInventory.absence`. */
  absence({ mount, name }: KeyLocation): Observed<KeyDescription> | undefined {
    const { known, lost } = this.#looks;
    const gone = lost.found.get(folderKey({ mount, folder: name }));
    if (gone) return observed({ presence: gone.presence }, gone.at);
    const { name: last, ...folder } = splitKeyName(mount, name);
    const { listing, failure } = known.looks.get(folderKey(folder)) ?? {};
    return listing?.missing.has(last) && failure === undefined
      ? observed({ presence: 'absent' }, listing.at)
      : undefined;
  }

  async #judge(): Promise<JudgedKeys> {
    const { kms, now, clusters } = this.parts;
    const at = now();
    const all = await clusters.read();
    const uses = await this.#sorted(all);
    const { known, lost } = this.#looks;
    const facts = {
      ...{ kms: kms.name, mountPrefix: kms.mountPrefix, clusters: all, uses },
      looks: silenced(known),
      lost: new Map(lost.found),
    };
    const surroundings = surroundingsOf(facts);
    const folders = new Set([...known.looks.keys(), ...uses.byFolder.keys()]);
    const keys: KmsKey[] = [];
    await inTurns(folders, folder => {
      for (const key of judgeFolder(folder, facts, surroundings)) {
        keys.push(key);
      }
    });
    return { at, facts, known, keys: inKeyOrder(keys) };
  }

  async #sorted(clusters: readonly ClusterKeyUses[]): Promise<SortedUses> {
    const sorted = new SortedUses(this.parts.kms.name);
    for (const { uses } of clusters) {
      await inTurns(uses, use => sorted.add(use));
    }
    return sorted;
  }
}

/** While the KMS is silent, nothing of before says what is now. */
function silenced({ looks, silence }: LooksOfKms): KmsKeyFacts['looks'] {
  if (silence === undefined) return looks;
  return new Map(
    [...looks].map(([key, look]) => [key, { ...look, failure: silence }]),
  );
}

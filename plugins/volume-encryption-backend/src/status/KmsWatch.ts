import type { KmsView } from 'backstage-plugin-volume-encryption-common';
import type { Kms } from 'backstage-plugin-volume-encryption-node';
import { pause } from '../network/pause';
import type { KmsFacts } from './KmsFacts';

/** How often a KMS is looked at while someone looks at its volumes. */
const EVERY_MS = 5_000;

/** The tab asks at least once a minute while it is open. */
const WATCHED_FOR_MS = 3 * 60_000;

/** What an answer about an entity said of KMSs, by name, and when (ms). */
interface Told {
  states: Map<string, KmsView['state']>;
  at: number;
}

/**
 * Notices when a KMS is not any more as those who look at its volumes were told:
 * a KMS sends no events. It is asked for its state only, and only while the
 * volumes of an entity are being looked at.
 */
export class KmsWatch {
  readonly #told = new Map<string, Told>();

  constructor(
    private readonly parts: {
      kms: readonly Kms[];
      kmsFacts: Pick<KmsFacts, 'renew'>;
      now: () => Date;
      /** Is given the entity refs whose answers are outdated. */
      tell: (entityRefs: string[]) => void;
    },
  ) {}

  /** An answer about the entity was given that rests on these KMSs. */
  note(entityRef: string, views: readonly KmsView[]): void {
    this.#told.delete(entityRef);
    if (views.length === 0) return;
    const states = new Map(views.map(({ name, state }) => [name, state]));
    this.#told.set(entityRef, { states, at: this.#ms() });
  }

  /** Looks at every KMS again and again until the signal aborts. */
  async follow(signal: AbortSignal): Promise<void> {
    await Promise.all(
      this.parts.kms.map(async kms => {
        while (!signal.aborted) {
          await this.look(kms, signal);
          await pause(EVERY_MS, signal);
        }
      }),
    );
  }

  /** Looks at one KMS, if an answer of late rests on it. */
  async look(kms: Kms, signal?: AbortSignal): Promise<void> {
    this.#forgetUnwatched();
    const told = [...this.#told.values()];
    if (!told.some(({ states }) => states.has(kms.name))) return;
    const state = await kms.state({ signal });
    const outdated = [...this.#told].filter(([, { states }]) => {
      const before = states.get(kms.name);
      return before !== undefined && before !== state;
    });
    if (outdated.length === 0 || signal?.aborted) return;
    await this.parts.kmsFacts.renew(kms);
    outdated.forEach(([, { states }]) => states.set(kms.name, state));
    this.parts.tell(outdated.map(([entityRef]) => entityRef));
  }

  #forgetUnwatched(): void {
    const since = this.#ms() - WATCHED_FOR_MS;
    for (const [entityRef, { at }] of this.#told) {
      if (at < since) this.#told.delete(entityRef);
    }
  }

  #ms(): number {
    return this.parts.now().getTime();
  }
}

import type { KmsView } from 'backstage-plugin-volume-encryption-common';
import type { Kms } from 'backstage-plugin-volume-encryption-node';
import { pause } from '../network/pause';
import type { KmsFacts } from './KmsFacts';

/** How often a KMS is looked at while someone looks at its volumes. */
const EVERY_MS = 5_000;

/** The tab asks at least once a minute while it is open. */
const WATCHED_FOR_MS = 3 * 60_000;

/** What the newest answer that rests on a KMS said of it, and when (ms). */
interface Told {
  state: KmsView['state'];
  at: number;
}

/**
 * Notices when a KMS is not any more as those who look at its volumes were told:
 * a KMS sends no events. It is asked for its state only, and only while the
 * volumes of an entity are being looked at.
 */
export class KmsWatch {
  /** By entity ref, then by the name of the KMS. */
  readonly #told = new Map<string, Map<string, Told>>();

  constructor(
    private readonly parts: {
      kms: readonly Kms[];
      kmsFacts: Pick<KmsFacts, 'renew'>;
      now: () => Date;
      /** Is given the entity refs whose answers are outdated. */
      tell: (entityRefs: string[]) => void;
    },
  ) {}

  /**
   * An answer about the entity was given that rests on these KMSs. Others are
   * remembered: another page of its volumes may rest on them.
   */
  note(entityRef: string, views: readonly KmsView[]): void {
    if (views.length === 0) return;
    const told = this.#told.get(entityRef) ?? new Map<string, Told>();
    const at = this.#ms();
    for (const { name, state } of views) told.set(name, { state, at });
    this.#told.set(entityRef, told);
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
    const watched = [...this.#told].flatMap(([entityRef, told]) => {
      const of = told.get(kms.name);
      return of ? [{ entityRef, told: of }] : [];
    });
    if (watched.length === 0) return;
    const state = await kms.state({ signal });
    const outdated = watched.filter(({ told }) => told.state !== state);
    if (outdated.length === 0 || signal?.aborted) return;
    await this.parts.kmsFacts.renew(kms);
    for (const { told } of outdated) told.state = state;
    this.parts.tell(outdated.map(({ entityRef }) => entityRef));
  }

  #forgetUnwatched(): void {
    const since = this.#ms() - WATCHED_FOR_MS;
    for (const [entityRef, told] of this.#told) {
      for (const [name, { at }] of told) if (at < since) told.delete(name);
      if (told.size === 0) this.#told.delete(entityRef);
    }
  }

  #ms(): number {
    return this.parts.now().getTime();
  }
}

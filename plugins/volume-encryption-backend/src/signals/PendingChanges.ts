import {
  allTouched,
  type IndexChange,
  type TouchedClaims,
} from '../volumeIndex';

/** Gathers changes for a moment, so that many together are told once. */
export class PendingChanges {
  readonly #touched = new Map<string, TouchedClaims>();
  #timer?: NodeJS.Timeout;

  constructor(
    private readonly waitMs: number,
    private readonly flush: (changes: IndexChange[]) => void,
  ) {}

  add({ cluster, touched }: IndexChange): void {
    const before = this.#touched.get(cluster) ?? new Set<string>();
    this.#touched.set(cluster, allTouched(before, touched));
    this.#timer ??= setTimeout(() => this.#release(), this.waitMs);
  }

  /** Forgets what is gathered. */
  clear(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#touched.clear();
  }

  #release(): void {
    const changes = [...this.#touched].map(([cluster, touched]) => ({
      cluster,
      touched,
    }));
    this.clear();
    this.flush(changes);
  }
}

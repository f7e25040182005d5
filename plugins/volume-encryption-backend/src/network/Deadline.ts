/**
 * The time one call may take, joined with the caller's own wish to stop. To be
 * ended in `finally`, so that no timer outlives the call.
 */
export class Deadline {
  /** Aborts when the time is over or the caller stops. */
  readonly signal: AbortSignal;
  readonly #expiry = new AbortController();
  readonly #timer: NodeJS.Timeout;

  constructor(
    readonly milliseconds: number,
    readonly caller?: AbortSignal,
  ) {
    const { signal } = this.#expiry;
    this.signal = caller ? AbortSignal.any([caller, signal]) : signal;
    this.#timer = setTimeout(() => this.#expiry.abort(), milliseconds);
  }

  /** Whether the time is over. */
  get passed(): boolean {
    return this.#expiry.signal.aborted;
  }

  /** For how long a sign of life is waited for, so that time for more is left. */
  get patienceMs(): number {
    return this.milliseconds / 3;
  }

  end(): void {
    clearTimeout(this.#timer);
  }

  /**
   * The promise's result, or a rejection as soon as the signal aborts: for work
   * that cannot be stopped, such as the credential plugin of a kubeconfig.
   */
  async limit<T>(work: Promise<T>): Promise<T> {
    this.signal.throwIfAborted();
    let stop = () => {};
    const stopped = new Promise<never>((_, reject) => {
      stop = () => reject(this.signal.reason);
      this.signal.addEventListener('abort', stop);
    });
    try {
      return await Promise.race([work, stopped]);
    } finally {
      this.signal.removeEventListener('abort', stop);
    }
  }
}

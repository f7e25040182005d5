import type { SignalApi } from '@backstage/plugin-signals-react';

type Listener = Parameters<SignalApi['subscribe']>[1];

/** Signals that a test sends itself. */
export class FakeSignals implements SignalApi {
  readonly #listeners = new Map<string, Set<Listener>>();

  subscribe: SignalApi['subscribe'] = (channel, onMessage) => {
    const listeners = this.#listeners.get(channel) ?? new Set();
    const listener: Listener = message =>
      Reflect.apply(onMessage, undefined, [message]);
    this.#listeners.set(channel, listeners.add(listener));
    return { unsubscribe: () => listeners.delete(listener) };
  };

  /** Tells all who listen on the channel of a revision. */
  tell(channel: string, revision: number) {
    this.#listeners.get(channel)?.forEach(listener => listener({ revision }));
  }

  /** How many listen on the channel. */
  listeners(channel: string): number {
    return this.#listeners.get(channel)?.size ?? 0;
  }
}

import { Endpoint, follow } from './connect';

/**
 * Runs `pass` now, when one of the watched collections changes, and after the
 * milliseconds it returned. Passes never overlap. Returns the way to stop.
 */
export function keepReconciling(
  endpoint: Endpoint,
  collections: string[],
  pass: () => Promise<number>,
): () => Promise<void> {
  const stopping = new AbortController();
  const { signal } = stopping;
  let changed = true;
  let wake = () => {};
  const each = () => {
    changed = true;
    wake();
  };
  const rest = (ms: number) =>
    new Promise<void>(resolve => {
      const timer = setTimeout(resolve, Math.min(ms, 60_000));
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
      if (changed || signal.aborted) wake();
    });
  const run = async () => {
    while (!signal.aborted) {
      changed = false;
      await rest(await pass().catch(() => 1000));
    }
  };
  const watch = async (path: string) => {
    while (!signal.aborted) {
      const ended = follow(endpoint, `${path}?watch=true`, { each, signal });
      await ended.catch(() => new Promise(end => setTimeout(end, 500)));
    }
  };
  const running = [run(), ...collections.map(watch)];
  return async () => {
    stopping.abort();
    wake();
    await Promise.all(running);
  };
}

import { Endpoint, follow } from './connect';

/**
 * Runs `pass` now, whenever one of the watched collections changes, and when the pass
 * itself asked for it (it returns the milliseconds until then). Passes never overlap.
 */
export function keepReconciling(
  endpoint: Endpoint,
  collections: string[],
  pass: () => Promise<number | undefined>,
): () => Promise<void> {
  const stopped = new AbortController();
  let wake = () => {};
  let changed = true;
  const touch = () => {
    changed = true;
    wake();
  };
  const rest = (ms?: number) =>
    new Promise<void>(resolve => {
      const timer = ms === undefined ? undefined : setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
      if (changed || stopped.signal.aborted) wake();
    });
  const run = async () => {
    while (!stopped.signal.aborted) {
      changed = false;
      const next = await pass().catch(() => 1000);
      await rest(next);
    }
  };
  const watch = async (path: string) => {
    const options = { each: touch, signal: stopped.signal };
    while (!stopped.signal.aborted) {
      await follow(endpoint, `${path}?watch=true`, options).catch(() => {});
      await rest(500);
    }
  };
  const running = run();
  collections.forEach(path => watch(path));
  return () => {
    stopped.abort();
    wake();
    return running;
  };
}

import { toError } from '@backstage/errors';
import type { ObjectKind } from 'backstage-plugin-volume-encryption-common';
import type { WatchEvent } from 'backstage-plugin-volume-encryption-node';
import { pause } from '../network/pause';
import type { ApiServer } from './ApiServer';
import { followChanges, Silence } from './followChanges';
import { listObjects } from './listObjects';
import { Expired } from './refusal';
import { Backoff, type WatchTiming } from './WatchTiming';

/**
 * A position of which nothing comes may be wrong: after a restore from a
 * backup the API server is silent, and tells nothing of what happens, until it
 * has come as far again (seen with 1.37). A new list heals that.
 */
const FRUITLESS_BEFORE_LIST = 3;

/**
 * Lists, then follows changes until the signal aborts, as
 * `ClusterReader.watch` promises. The client's own `Watch` and informers are
 * not used: they die of a lost connection, go on after `stop`, skip lines they
 * cannot read and follow redirects (client-node 2.0.1, watch.ts, cache.ts).
 */
export async function* watchObjects<K extends ObjectKind>(
  server: ApiServer,
  kind: K,
  { signal, timing }: { signal: AbortSignal; timing: WatchTiming },
): AsyncGenerator<WatchEvent<K>> {
  const backoff = new Backoff(timing);
  let position: string | undefined;
  /** Watches in a row that told of no new position. */
  let fruitless = 0;
  while (!signal.aborted) {
    let begun = Infinity;
    try {
      if (position === undefined) {
        const list = await listObjects(server, kind, { signal });
        position = list.resourceVersion;
        fruitless = 0;
        yield { type: 'replaced', objects: list.objects };
      }
      fruitless++;
      begun = performance.now();
      const since = { position, signal, silenceMs: timing.silenceMs };
      for await (const change of followChanges(server, kind, since)) {
        if (signal.aborted) return;
        if (change.position) {
          position = change.position;
          fruitless = 0;
          backoff.reset();
        }
        yield change.event;
      }
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof Silence) backoff.reset();
      else if (error instanceof Expired) position = undefined;
      else yield { type: 'failed', error: toError(error) };
    }
    // What lasted was well, though nothing happened that would have shown it.
    if (performance.now() - begun > timing.longestDelayMs) backoff.reset();
    if (fruitless >= FRUITLESS_BEFORE_LIST) position = undefined;
    await pause(backoff.next(), signal);
  }
}

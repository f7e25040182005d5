import {
  isVolumeEncryptionError,
  type ObjectKind,
} from 'backstage-plugin-volume-encryption-common';
import type { WatchEvent } from 'backstage-plugin-volume-encryption-node';
import { pause } from '../network/pause';
import type { ApiServer } from './ApiServer';
import { followChanges, Silence } from './followChanges';
import { listObjects } from './listObjects';
import { Expired } from './refusal';
import { Backoff, type WatchTiming } from './WatchTiming';

const FAILURES_BEFORE_LIST = 3;

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
  while (!signal.aborted) {
    try {
      if (position === undefined) {
        const list = await listObjects(server, kind, { signal });
        position = list.resourceVersion;
        yield { type: 'replaced', objects: list.objects };
      }
      const since = { position, signal, silenceMs: timing.silenceMs };
      for await (const change of followChanges(server, kind, since)) {
        if (signal.aborted) return;
        if (change.position) {
          position = change.position;
          backoff.reset();
        }
        yield change.event;
      }
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof Silence) backoff.reset();
      else if (error instanceof Expired) position = undefined;
      else yield { type: 'failed', error: asError(error) };
      if (isDenied(error)) backoff.slow();
    }
    // Whatever is wrong with the position, such as a cluster restored from a
    // backup, a new list heals it.
    if (backoff.failures >= FAILURES_BEFORE_LIST) position = undefined;
    await pause(backoff.next(), signal);
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error('the watch failed');
}

function isDenied(error: unknown): boolean {
  return isVolumeEncryptionError(error) && error.code === 'cluster-denied';
}

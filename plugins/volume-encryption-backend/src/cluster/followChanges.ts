import type { IncomingMessage } from 'node:http';
import {
  isVolumeEncryptionError,
  parseObject,
  VolumeEncryptionError,
  type ObjectKind,
} from 'backstage-plugin-volume-encryption-common';
import type { WatchEvent } from 'backstage-plugin-volume-encryption-node';
import { parseJson } from '../network/exchange';
import { numberAt, textAt, valueAt } from '../network/valueAt';
import type { ApiServer } from './ApiServer';
import type { Call } from './Call';
import { readLines } from './readLines';
import { Expired, refusalOf } from './refusal';
import { resourceOf } from './resources';
import { requireAnswerTo } from './requireAnswerTo';

/** An object is at most 1.5 MB in etcd; JSON makes it somewhat longer. */
const MAX_LINE_BYTES = 8 * 1024 * 1024;

/** Nothing was heard for so long that the connection may be dead. */
export class Silence extends Error {}

/** What happened, and from where to go on; no position when nothing was sent. */
export interface FollowedChange<K extends ObjectKind> {
  event: WatchEvent<K>;
  position?: string;
}

interface Since {
  /** A resourceVersion. */
  position: string;
  signal: AbortSignal;
  silenceMs: number;
}

/**
 * One watch request: the changes after `position` until the server ends it.
 * Throws `Silence`, `Expired` (410), or a VolumeEncryptionError.
 */
export async function* followChanges<K extends ObjectKind>(
  server: ApiServer,
  kind: K,
  since: Since,
): AsyncGenerator<FollowedChange<K>> {
  const resource = resourceOf(kind);
  const call: Call = { verb: 'watch', resource, signal: since.signal };
  const message = await open(server, call, since.position);
  message.setTimeout(since.silenceMs, () => message.destroy(new Silence()));
  try {
    yield { event: { type: 'alive' } };
    for await (const line of readLines(message, MAX_LINE_BYTES)) {
      yield readChange(kind, call, { cluster: server.name, line });
    }
  } catch (error) {
    throw isOurs(error) ? error : lost(server.name, call);
  } finally {
    message.destroy();
  }
}

async function open(
  server: ApiServer,
  call: Call,
  position: string,
): Promise<IncomingMessage> {
  const { apiVersion, name } = call.resource;
  const root = apiVersion.includes('/') ? 'apis' : 'api';
  const query = new URLSearchParams({
    watch: 'true',
    allowWatchBookmarks: 'true',
    resourceVersion: position,
  });
  const path = `/${root}/${apiVersion}/${name}?${query}`;
  const url = (await server.address()) + path;
  return server.follow(call, { method: 'GET', url, headers: {} });
}

/** Unreadable lines are `Expired` too: what they told is had by a new list. */
function readChange<K extends ObjectKind>(
  kind: K,
  call: Call,
  { cluster, line }: { cluster: string; line: string },
): FollowedChange<K> {
  const told = parseJson(line);
  const type = textAt(told, 'type');
  const raw = valueAt(told, 'object');
  if (type === 'ERROR') {
    const status = numberAt(raw, 'code') || 500;
    throw refusalOf(cluster, call, { status, text: JSON.stringify(raw) });
  }
  const position = textAt(raw, 'metadata', 'resourceVersion');
  if (!type || !position) throw new Expired();
  requireAnswerTo(call, cluster, raw);
  if (type === 'BOOKMARK') return { event: { type: 'alive' }, position };
  const object = parseObject(kind, raw);
  const gone = type === 'DELETED';
  return { event: { type: gone ? 'deleted' : 'changed', object }, position };
}

function isOurs(error: unknown): boolean {
  return (
    isVolumeEncryptionError(error) ||
    error instanceof Expired ||
    error instanceof Silence
  );
}

function lost(cluster: string, call: Call): VolumeEncryptionError {
  return new VolumeEncryptionError(
    'cluster-unreachable',
    `Cluster "${cluster}" was lost while the portal followed ${call.resource.name}.`,
  );
}

import {
  isVolumeEncryptionError,
  parseObject,
  requireDnsLabel,
  VolumeEncryptionError,
  type ObjectKind,
  type ObjectOfKind,
} from 'backstage-plugin-volume-encryption-common';
import { itemsAt, textAt } from '../network/valueAt';
import type { ApiServer } from './ApiServer';
import type { Call } from './Call';
import { objectApi } from './objectApi';
import { Expired } from './refusal';
import { resourceOf } from './resources';
import { requireAnswerTo } from './requireAnswerTo';

const PAGE_SIZE = 500;

/** How often a list begins anew because its pages expired while it was read. */
const MAX_BEGINNINGS = 3;

/** `pretty`, `exact`, `export`, field and label selector, in the client's order. */
const NOTHING_ELSE = [
  undefined,
  undefined,
  undefined,
  undefined,
  undefined,
] as const;

/** A whole list, and the point in time from which a watch goes on. */
export interface ObjectList<K extends ObjectKind> {
  objects: ObjectOfKind<K>[];
  resourceVersion: string;
}

/**
 * Every object of a kind, of its former version where a cluster has no other.
 */
export async function listObjects<K extends ObjectKind>(
  server: ApiServer,
  kind: K,
  { namespace, signal }: { namespace?: string; signal?: AbortSignal },
): Promise<ObjectList<K>> {
  if (namespace !== undefined) requireDnsLabel('namespace', namespace);
  const resource = resourceOf(kind);
  const call: Call = { verb: 'list', resource, namespace, signal };
  const { formerVersion: apiVersion } = resource;
  try {
    return await listAll(server, kind, call);
  } catch (error) {
    const isMissing =
      isVolumeEncryptionError(error) && error.code === 'not-found';
    if (!apiVersion || !isMissing) throw error;
    const former = { ...call, resource: { ...resource, apiVersion } };
    return await listAll(server, kind, former);
  }
}

/**
 * Page by page. Pages are kept for some minutes only: when they expire (410) the
 * list begins anew.
 */
async function listAll<K extends ObjectKind>(
  server: ApiServer,
  kind: K,
  call: Call,
): Promise<ObjectList<K>> {
  for (let beginnings = 0; beginnings < MAX_BEGINNINGS; beginnings++) {
    try {
      return await listPages(server, kind, call);
    } catch (error) {
      if (!(error instanceof Expired)) throw error;
    }
  }
  throw new VolumeEncryptionError(
    'cluster-unreachable',
    `Cluster "${server.name}" let the pages of ${call.resource.name} expire while they were read. Try again later.`,
  );
}

async function listPages<K extends ObjectKind>(
  server: ApiServer,
  kind: K,
  call: Call,
): Promise<ObjectList<K>> {
  const objects: ObjectOfKind<K>[] = [];
  let from: string | undefined;
  for (;;) {
    const page = await readPage(server, call, from);
    for (const item of itemsAt(page, 'items')) {
      objects.push(parseObject(kind, item));
    }
    from = textAt(page, 'metadata', 'continue') || undefined;
    const resourceVersion = textAt(page, 'metadata', 'resourceVersion') ?? '';
    if (!from) return { objects, resourceVersion };
  }
}

async function readPage(
  server: ApiServer,
  call: Call,
  from: string | undefined,
): Promise<unknown> {
  const { resource, namespace } = call;
  const api = await objectApi(server, call);
  const page = await api.list(
    resource.apiVersion,
    resource.kind,
    namespace,
    ...NOTHING_ELSE,
    PAGE_SIZE,
    from,
  );
  requireAnswerTo(call, server.name, page);
  return page;
}

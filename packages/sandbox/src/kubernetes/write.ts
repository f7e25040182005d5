import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { at, isObject, Json, JsonObject } from '../wire/json';
import { listOf, mapFields, objectOf, textOf } from '../wire/json';
import { WireReply } from '../wire/serve';
import { validate, withDefaults } from './admission';
import { applyFields, updateFields } from './fieldOwnership';
import { apiVersionOf, resourceOf, Stored, Target } from './resources';
import { alreadyExists, badRequest, conflict } from './status';
import { invalid, notFound, notPlayed } from './status';
import { ObjectStore } from './store';

/** One write: what it points at, what is there now, what it carries and who makes it. */
export interface Write {
  store: ObjectStore;
  target: Target;
  live?: Stored;
  query: URLSearchParams;
  contentType: string;
  userAgent: string;
  body: JsonObject;
  time: string;
}

export function create(write: Write): WireReply {
  const { store, body, target } = write;
  const { resource, namespace } = target;
  const { name: given, namespace: home } = objectOf(body.metadata);
  const elsewhere =
    'the namespace of the provided object does not match the namespace sent on the request';
  if (home && home !== namespace) throw badRequest(elsewhere);
  const name = textOf(given);
  const taken = store.get(resource, namespace, name);
  if (taken) throw alreadyExists({ ...target, name });
  const born = withDefaults(resource, newborn({ ...target, name }, write));
  return commit(
    write,
    updateFields(undefined, born, managerOf(write, 'Update')),
  );
}

/** PATCH: server-side apply with a JSON body, or a merge of the object or its status. */
export function patch(write: Write): WireReply {
  const { target, body, contentType } = write;
  if (contentType === 'application/apply-patch+yaml') return apply(write);
  if (contentType !== 'application/merge-patch+json') {
    throw notPlayed(`patches of type ${contentType}`);
  }
  const live = mustExist(write);
  const { metadata, status, ...next } = objectOf(merged(live, body));
  const { name, namespace, managedFields } = live.metadata;
  const own = { ...objectOf(metadata), name, namespace, managedFields };
  const object: Stored = target.subresource
    ? { ...live, status }
    : { ...next, metadata: own, status: live.status };
  return commit(write, updateFields(live, object, managerOf(write, 'Update')));
}

function apply(write: Write): WireReply {
  const { query, body, target, live } = write;
  const { resource } = target;
  if (!query.get('fieldManager')) {
    const options = { ...resource, kind: 'PatchOptions', group: 'meta.k8s.io' };
    const message = 'Required value: is required for apply patch';
    const field = 'fieldManager';
    throw invalid(options, '', [{ field, reason: 'Required', message }]);
  }
  const { apiVersion, kind, status: _, ...wanted } = body;
  if (kind !== resource.kind || apiVersion !== apiVersionOf(resource)) {
    throw badRequest(`invalid object type: ${apiVersion}, Kind=${kind}`);
  }
  const force = query.get('force') === 'true';
  const manager = managerOf(write, 'Apply');
  const base = live ?? newborn(target, { ...write, body: {} });
  const applied = applyFields(base, wanted, { manager, force });
  return commit(write, live ? applied : withDefaults(resource, applied));
}

/** DELETE honours preconditions; with finalizers the object only gets its timestamp. */
export function remove(write: Write): WireReply {
  const { store, target, body, query } = write;
  const live = mustExist(write);
  const { name, uid, finalizers } = live.metadata;
  const labels = { uid: 'UID', resourceVersion: 'ResourceVersion' };
  for (const [field, label] of Object.entries(labels)) {
    const wanted = at(body, 'preconditions', field);
    const why = `the ${label} in the precondition (${wanted}) does not match the ${label} in record (${live.metadata[field]}).`;
    if (wanted && wanted !== live.metadata[field]) throw conflict(target, why);
  }
  if (listOf(finalizers).length > 0) {
    const metadata = { deletionTimestamp: write.time, ...live.metadata };
    return commit(write, { ...live, metadata });
  }
  if (!query.has('dryRun')) store.put(target.resource, live, true);
  const details = { name, kind: target.resource.plural, uid };
  const head = { kind: 'Status', apiVersion: 'v1', metadata: {} };
  return { status: 200, body: { ...head, status: 'Success', details } };
}

/** Validates and stores; a write that changes nothing keeps the resourceVersion. */
function commit(write: Write, object: Stored): WireReply {
  const { store, target, live, query } = write;
  const { resource, namespace: name } = target;
  const next: Stored = JSON.parse(JSON.stringify(object));
  const home = { resource: resourceOf('Namespace'), name };
  if (name && !store.get(home.resource, '', name)) throw notFound(home);
  validate(resource, next, live);
  const status = live ? 200 : 201;
  const same = isDeepStrictEqual(next, live);
  if (same || query.has('dryRun')) return { status, body: next };
  const { deletionTimestamp, finalizers } = next.metadata;
  const gone = Boolean(deletionTimestamp) && listOf(finalizers).length === 0;
  return { status, body: store.put(resource, next, gone) };
}

function newborn(target: Target, { body, time }: Write): Stored {
  const { resource, namespace, name = '' } = target;
  const identity = { name, namespace, uid: randomUUID(), resourceVersion: '' };
  const given = objectOf(body.metadata);
  const metadata = { ...given, ...identity, creationTimestamp: time };
  const apiVersion = apiVersionOf(resource);
  return { ...body, kind: resource.kind, apiVersion, metadata };
}

function mustExist({ live, target }: Write): Stored {
  if (!live) throw notFound(target);
  return live;
}

/** Who writes: the head of an entry of `managedFields`. */
function managerOf(write: Write, operation: 'Apply' | 'Update'): JsonObject {
  const { query, userAgent, target, time } = write;
  const manager = query.get('fieldManager') ?? userAgent.split('/')[0];
  const { subresource, resource } = target;
  const apiVersion = apiVersionOf(resource);
  return { manager, operation, apiVersion, time, subresource };
}

/** RFC 7386; a field that is taken away becomes `undefined`. */
function merged(target: Json | undefined, change: Json): Json {
  if (!isObject(change)) return change;
  const fields = mapFields(change, (value = null, name) =>
    value === null ? undefined : merged(at(target, name), value),
  );
  return { ...objectOf(target), ...fields };
}

import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { at, isObject, Json, JsonObject } from '../wire/json';
import { listOf, mapFields, objectOf, textOf } from '../wire/json';
import { WireReply } from '../wire/serve';
import { validate, withDefaults } from './admission';
import { applyFields, updateFields } from './fieldOwnership';
import { viewFor } from './read';
import { apiVersionOf, Call, resourceOf, Stored } from './resources';
import { alreadyExists, badRequest, conflict } from './status';
import { notFound, notPlayed } from './status';

const elsewhere =
  'the namespace of the provided object does not match the namespace sent on the request';

export function create(call: Call): WireReply {
  const { store, request, resource, namespace } = call;
  const { name: given, namespace: home } = objectOf(request.body.metadata);
  if (home && home !== namespace) throw badRequest(elsewhere);
  const named = { ...call, name: textOf(given) };
  const taken = store.get(resource, namespace, named.name);
  if (taken) throw alreadyExists(named);
  const born = withDefaults(resource.kind, newborn(named, request.body));
  return commit(named, updateFields({}, born, managerOf(call, 'Update')));
}

/** PATCH: server-side apply with a JSON body, or a merge of the object or its status. */
export function patch(call: Call): WireReply {
  const { request, live, subresource } = call;
  const [type] = request.header('content-type').split(';');
  if (type === 'application/apply-patch+yaml') return apply(call);
  if (type !== 'application/merge-patch+json') {
    throw notPlayed(`patches of type ${type}`);
  }
  if (!live) throw notFound(call);
  const { metadata, status, ...next } = objectOf(merged(live, request.body));
  const { name, namespace, managedFields } = live.metadata;
  const own = { ...objectOf(metadata), name, namespace, managedFields };
  const object: Stored = subresource
    ? { ...live, status }
    : { ...next, metadata: own, status: live.status };
  return commit(call, updateFields(live, object, managerOf(call, 'Update')));
}

function apply(call: Call): WireReply {
  const { request, resource, live } = call;
  const { query, body } = request;
  const noManager = 'fieldManager: is required for apply patch';
  if (!query.get('fieldManager')) throw badRequest(noManager);
  const { apiVersion, kind, status: _, ...wanted } = body;
  if (kind !== resource.kind || apiVersion !== apiVersionOf(resource)) {
    throw badRequest(`invalid object type: ${apiVersion}, Kind=${kind}`);
  }
  const force = query.get('force') === 'true';
  const manager = managerOf(call, 'Apply');
  const base = live ?? newborn(call, {});
  const applied = applyFields(base, wanted, { manager, force });
  return commit(call, live ? applied : withDefaults(resource.kind, applied));
}

/** DELETE honours preconditions; with finalizers the object only gets its timestamp. */
export function remove(call: Call): WireReply {
  const { store, resource, request, time, live } = call;
  if (!live) throw notFound(call);
  const { name, uid, finalizers, resourceVersion } = live.metadata;
  for (const [field, is] of Object.entries({ uid, resourceVersion })) {
    const wanted = at(request.body, 'preconditions', field);
    const label = field === 'uid' ? 'UID' : 'ResourceVersion';
    const why = `the ${label} in the precondition (${wanted}) does not match the ${label} in record (${is}).`;
    if (wanted && wanted !== is) throw conflict(call, why);
  }
  if (listOf(finalizers).length > 0) {
    const metadata = { deletionTimestamp: time, ...live.metadata };
    return commit(call, { ...live, metadata });
  }
  if (!request.query.has('dryRun')) store.put(resource, live, true);
  const details = { name, kind: resource.plural, uid };
  const head = { kind: 'Status', apiVersion: 'v1', metadata: {} };
  return { status: 200, body: { ...head, status: 'Success', details } };
}

const isFrozen = /^(StorageClass|PersistentVolumeClaim)$/;

/** Validates and stores; a write that changes nothing keeps the resourceVersion. */
function commit(call: Call, object: Stored): WireReply {
  const { store, resource, live, request } = call;
  const next: Stored = JSON.parse(JSON.stringify(object));
  const home = { resource: resourceOf('Namespace'), name: call.namespace };
  if (home.name && !store.get(home.resource, '', home.name))
    throw notFound(home);
  if (!live) validate(call, next);
  const wish = ({ spec, parameters }: JsonObject) => [spec, parameters];
  if (live && isFrozen.test(resource.kind)) {
    const kept = isDeepStrictEqual(wish(next), wish(live));
    if (!kept) throw notPlayed(`another wish of the same ${resource.kind}`);
  }
  const status = live ? 200 : 201;
  const same = isDeepStrictEqual(next, live);
  const view = viewFor(call);
  const unchanged = same || request.query.has('dryRun');
  if (unchanged) return { status, body: view(next) };
  const { deletionTimestamp, finalizers } = next.metadata;
  const gone = Boolean(deletionTimestamp) && listOf(finalizers).length === 0;
  return { status, body: view(store.put(resource, next, gone)) };
}

function newborn(
  { resource, namespace, name = '', time }: Call,
  body: JsonObject,
) {
  const identity = { name, namespace, uid: randomUUID(), resourceVersion: '' };
  const given = objectOf(body.metadata);
  const metadata = { ...given, ...identity, creationTimestamp: time };
  const apiVersion = apiVersionOf(resource);
  return { ...body, kind: resource.kind, apiVersion, metadata };
}

/** Who writes: the head of an entry of `managedFields`. */
function managerOf(call: Call, operation: 'Apply' | 'Update'): JsonObject {
  const { request, resource, subresource, time } = call;
  const agent = request.header('user-agent').split('/')[0] || 'unknown';
  const manager = request.query.get('fieldManager') ?? agent;
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

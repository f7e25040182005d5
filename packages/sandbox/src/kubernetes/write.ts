import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { at, fill, isObject, Json, JsonObject } from '../wire/json';
import { listOf, mapFields, objectOf, textOf, textsOf } from '../wire/json';
import { WireReply } from '../wire/serve';
import { validate, withDefaults } from './admission';
import { applyFields, updateFields } from './fieldOwnership';
import { viewFor } from './read';
import { apiVersionOf, Call, resourceOf, Stored } from './resources';
import { badRequest, failure, invalid } from './status';
import { notFound, notPlayed, refused } from './status';
import wordings from './wordings.json';

const { patchOptions, anonymous, late } = wordings;

/** Kinds of which a deletion answers with the object, not with a Status. */
const answersWhole = /^(ServiceAccount|StorageClass|Pod|PersistentVolume.*)$/;

export function create(call: Call): WireReply {
  const { store, request, resource, namespace } = call;
  const name = textOf(at(request.body, 'metadata', 'name'));
  const named = { ...call, name };
  const taken = store.get(resource, namespace, name);
  if (taken) throw refused([409, 'AlreadyExists'], named, '% already exists');
  const born = withDefaults(resource.kind, newborn(named, request.body));
  return commit(named, updateFields({}, born, managerOf(call, 'Update')));
}

/** PATCH: server-side apply with a JSON body, or a merge of the object or its status. */
export function patch(call: Call): WireReply {
  const { request, live, subresource } = call;
  const [type] = request.header('content-type').split(';');
  if (type === 'application/apply-patch+yaml') return apply(call);
  const isMerge = type === 'application/merge-patch+json';
  if (!isMerge) throw notPlayed(`patches of type ${type}`);
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
  const { apiVersion, kind, status: _, ...wanted } = body;
  const isIts = kind === resource.kind && apiVersion === apiVersionOf(resource);
  const version = textOf(apiVersion).replace(/^(?!.*\/)/, '/');
  const other = `invalid object type: ${version}, Kind=${kind}`;
  if (!isIts) throw badRequest(other);
  if (!query.get('fieldManager')) throw invalid(patchOptions, [anonymous]);
  const name = textOf(at(wanted.metadata, 'name'));
  const names = { name, url: textOf(call.name) };
  const misnamed = textOf(fill(wordings.misnamed, names));
  if (name && name !== call.name) throw badRequest(misnamed);
  const force = query.get('force') === 'true';
  const manager = { ...managerOf(call, 'Apply'), force };
  const applied = applyFields(live ?? newborn(call, {}), wanted, manager);
  return commit(call, live ? applied : withDefaults(resource.kind, applied));
}

/** DELETE; with finalizers the object only gets its timestamp. */
export function remove(call: Call): WireReply {
  const { store, resource, request, time, live } = call;
  if (!live) throw notFound(call);
  const { name, uid, finalizers } = live.metadata;
  requireSame(live, objectOf(request.body.preconditions));
  if (listOf(finalizers).length > 0) {
    const doomed = { deletionTimestamp: time, deletionGracePeriodSeconds: 0 };
    return commit(call, { ...live, metadata: { ...doomed, ...live.metadata } });
  }
  if (!isDry(call)) store.put(resource, live, true);
  if (answersWhole.test(resource.kind)) return { status: 200, body: live };
  const details = { name, kind: resource.plural, uid };
  const head = { kind: 'Status', apiVersion: 'v1', metadata: {} };
  return { status: 200, body: { ...head, status: 'Success', details } };
}

/** The query counts only where there is no body of options (seen with release 1.37). */
function isDry({ request: { method, query, body } }: Call): boolean {
  const hasOptions = method === 'DELETE' && Object.keys(body).length > 0;
  return hasOptions ? 'dryRun' in body : query.has('dryRun');
}

/** Throws 409 unless the object is the one that is to be deleted. */
function requireSame({ kind, metadata }: Stored, wanted: JsonObject) {
  const { name } = metadata;
  for (const [field, text] of Object.entries(wordings.replaced)) {
    const values = {
      kind,
      name,
      wanted: wanted[field],
      found: metadata[field],
    };
    const message = textOf(fill(text, mapFields(values, textOf)));
    const other = field in wanted && values.wanted !== values.found;
    if (other) throw failure([409, 'Conflict'], message, { name, kind });
  }
}

/** Validates and stores; a write that changes nothing keeps the resourceVersion. */
function commit(call: Call, object: Stored): WireReply {
  const { store, resource, live, request } = call;
  const next: Stored = JSON.parse(JSON.stringify(object));
  const home = { resource: resourceOf('Namespace'), name: call.namespace };
  const lives = !home.name || store.get(home.resource, '', home.name);
  if (!lives) throw notFound(home);
  if (!live) validate(call, next);
  const since = at(request.body, 'metadata', 'resourceVersion');
  const stale = live && since && since !== live.metadata.resourceVersion;
  if (stale) throw refused([409, 'Conflict'], call, wordings.modified);
  const held = listOf(live?.metadata.finalizers);
  const isMore = (it: string) => !held.includes(it);
  const more = textsOf(next.metadata.finalizers).filter(isMore);
  const message = late.message.replace('%', more.join('", "'));
  const isLate = live?.metadata.deletionTimestamp && more.length > 0;
  if (isLate) throw invalid(call, [{ ...late, message }]);
  const { kind } = resource;
  const wish = (it: JsonObject) => [it.spec, it.parameters];
  const frozen = kind === 'StorageClass' || kind === 'PersistentVolumeClaim';
  const other = frozen && live && !isDeepStrictEqual(wish(next), wish(live));
  if (other) throw notPlayed(`changes of what a ${kind} asks for`);
  const status = live ? 200 : 201;
  const view = viewFor(call);
  const dry = isDry(call) || isDeepStrictEqual(next, live);
  if (dry) return { status, body: view(next) };
  const { deletionTimestamp, finalizers } = next.metadata;
  const gone = Boolean(deletionTimestamp) && listOf(finalizers).length === 0;
  return { status, body: view(store.put(resource, next, gone)) };
}

function newborn(call: Call, body: JsonObject): Stored {
  const { resource, namespace, name = '', time: creationTimestamp } = call;
  const identity = { name, namespace, uid: randomUUID() };
  const given = objectOf(body.metadata);
  const metadata = { ...given, ...identity, creationTimestamp };
  const { kind } = resource;
  return { ...body, kind, apiVersion: apiVersionOf(resource), metadata };
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

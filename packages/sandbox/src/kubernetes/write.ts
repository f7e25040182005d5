import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { at, isObject, Json, JsonObject } from '../wire/json';
import { listOf, objectOf, textOf } from '../wire/json';
import { WireReply } from '../wire/serve';
import { validate, withDefaults } from './admission';
import { applyFields, FieldManager, updateFields } from './fieldOwnership';
import { apiVersionOf, Resource, resources, Stored, Target } from './resources';
import * as status from './status';
import { ObjectStore } from './store';

/** One write: where it points, what it carries and who makes it. */
export interface Write {
  store: ObjectStore;
  target: Target;
  query: URLSearchParams;
  contentType: string;
  /** Names the writer when the query has no `fieldManager`. */
  userAgent: string;
  body: JsonObject;
  now: Date;
}

export function create(write: Write): WireReply {
  const { store, target, body } = write;
  const { resource, namespace } = target;
  const given = objectOf(body.metadata);
  if (given.namespace && given.namespace !== namespace) {
    throw status.badRequest(
      'the namespace of the provided object does not match the namespace sent on the request',
    );
  }
  refuseOrphan(store, namespace);
  const generated = textOf(given.generateName);
  const name =
    textOf(given.name) || (generated && generated + randomUUID().slice(0, 5));
  if (store.get(resource, namespace, name)) {
    throw status.alreadyExists(resource, name);
  }
  const born = withDefaults(resource, newborn(write, name));
  const object = updateFields(undefined, born, managerOf(write, 'Update'));
  return { status: 201, body: commit(write, object) };
}

/** PUT: the whole object, or its status. A resourceVersion in it must be the current one. */
export function replace(write: Write): WireReply {
  const { body, target } = write;
  const live = mustExist(write);
  const version = at(body, 'metadata', 'resourceVersion');
  if (version && version !== live.metadata.resourceVersion) {
    throw status.conflict(
      target.resource,
      live.metadata.name,
      'the object has been modified; please apply your changes to the latest version and try again',
    );
  }
  return update(write, live, body);
}

export function patch(write: Write): WireReply {
  switch (write.contentType) {
    case 'application/apply-patch+yaml':
      return apply(write);
    case 'application/merge-patch+json': {
      const live = mustExist(write);
      return update(write, live, objectOf(merged(live, write.body)));
    }
    default:
      throw status.notPlayed(`patches of type ${write.contentType}`);
  }
}

/** DELETE honours preconditions; with finalizers the object only gets its timestamp. */
export function remove(write: Write): WireReply {
  const { store, target, body } = write;
  if (target.resource.kind === 'Namespace') {
    throw status.notPlayed('the deletion of namespaces');
  }
  const live = mustExist(write);
  const { name, uid } = live.metadata;
  for (const field of ['uid', 'resourceVersion']) {
    const wanted = at(body, 'preconditions', field);
    const label = field === 'uid' ? 'UID' : 'ResourceVersion';
    if (wanted && wanted !== live.metadata[field]) {
      const record = textOf(live.metadata[field]);
      const why = `the ${label} in the precondition (${wanted}) does not match the ${label} in record (${record}).`;
      throw status.conflict(target.resource, name, why);
    }
  }
  if (listOf(live.metadata.finalizers).length > 0) {
    const deletionTimestamp = live.metadata.deletionTimestamp ?? stamp(write);
    const metadata = { ...live.metadata, deletionTimestamp };
    return { status: 200, body: commit(write, { ...live, metadata }, live) };
  }
  if (!isDryRun(write)) store.remove(target.resource, live);
  const details = { name, kind: target.resource.plural, uid };
  const head = { kind: 'Status', apiVersion: 'v1', metadata: {} };
  return { status: 200, body: { ...head, status: 'Success', details } };
}

function apply(write: Write): WireReply {
  const { store, target, query, body } = write;
  const { resource, namespace, name = '' } = target;
  if (!query.get('fieldManager')) {
    const patchOptions = { kind: 'PatchOptions', group: 'meta.k8s.io' };
    const field = 'fieldManager';
    const message = 'Required value: is required for apply patch';
    const options = { ...patchOptions, plural: '', namespaced: false };
    throw status.invalid(options, '', [{ field, reason: 'Required', message }]);
  }
  if (
    body.kind !== resource.kind ||
    body.apiVersion !== apiVersionOf(resource)
  ) {
    const [group, kind] = [textOf(body.apiVersion), textOf(body.kind)];
    throw status.badRequest(`invalid object type: ${group}, Kind=${kind}`);
  }
  refuseOrphan(store, namespace);
  const live = store.get(resource, namespace, name);
  const { status: _, ...wanted } = body;
  const force = query.get('force') === 'true';
  const manager = { ...managerOf(write, 'Apply'), force };
  const bare = newborn({ ...write, body: {} }, name);
  const applied = applyFields(live ?? bare, wanted, manager);
  const object = live ? applied : withDefaults(resource, applied);
  return { status: live ? 200 : 201, body: commit(write, object, live) };
}

function update(write: Write, live: Stored, next: JsonObject): WireReply {
  const { subresource } = write.target;
  const { apiVersion, kind } = live;
  const { labels, annotations, finalizers, ownerReferences } = objectOf(
    next.metadata,
  );
  const open = { labels, annotations, finalizers, ownerReferences };
  const metadata = { ...live.metadata, ...open };
  const object: Stored = subresource
    ? { ...live, status: next.status }
    : { ...next, apiVersion, kind, metadata, status: live.status };
  const owned = updateFields(live, object, managerOf(write, 'Update'));
  return { status: 200, body: commit(write, owned, live) };
}

/** Validates and stores; a write that changes nothing keeps the resourceVersion. */
function commit(write: Write, object: Stored, live?: Stored): Stored {
  const { store, target } = write;
  const next: Stored = JSON.parse(JSON.stringify(object));
  validate(target.resource, next, live);
  if (isDryRun(write) || isDeepStrictEqual(next, live)) return next;
  const { deletionTimestamp, finalizers } = next.metadata;
  const released = deletionTimestamp && listOf(finalizers).length === 0;
  return released
    ? store.remove(target.resource, next)
    : store.put(target.resource, next);
}

function newborn(write: Write, name: string): Stored {
  const { resource, namespace } = write.target;
  return {
    ...write.body,
    kind: resource.kind,
    apiVersion: apiVersionOf(resource),
    metadata: {
      ...objectOf(write.body.metadata),
      name,
      ...(namespace && { namespace }),
      uid: randomUUID(),
      resourceVersion: '',
      creationTimestamp: stamp(write),
    },
  };
}

function mustExist({ store, target }: Write): Stored {
  const { resource, namespace, name = '' } = target;
  const live = store.get(resource, namespace, name);
  if (!live) throw status.notFound(resource, name);
  return live;
}

function refuseOrphan(store: ObjectStore, namespace?: string) {
  const [namespaces]: Resource[] = resources;
  if (namespace && !store.get(namespaces, '', namespace)) {
    throw status.notFound(namespaces, namespace);
  }
}

function managerOf(
  write: Write,
  operation: FieldManager['operation'],
): FieldManager {
  const { subresource, resource } = write.target;
  return {
    manager:
      write.query.get('fieldManager') ?? write.userAgent.replace(/\/.*/, ''),
    operation,
    apiVersion: apiVersionOf(resource),
    time: stamp(write),
    ...(subresource && { subresource }),
  };
}

const isDryRun = ({ query }: Write) => query.get('dryRun') === 'All';
const stamp = ({ now }: Write) => now.toISOString().replace(/\.\d+/, '');

/** RFC 7386. */
function merged(target: Json | undefined, change: Json): Json {
  if (!isObject(change)) return change;
  const fields = Object.entries(change).map(([name, value = null]) => {
    const inner = merged(at(target, name), value);
    return [name, value === null ? undefined : inner];
  });
  return { ...objectOf(target), ...Object.fromEntries(fields) };
}

import { Json, objectOf } from '../wire/json';
import { WireReply, WireRequest } from '../wire/serve';
import { apiVersionOf, Stored, Target } from './resources';
import { selectorOf } from './selectors';
import { notFound, notPlayed } from './status';
import { Change, ObjectStore } from './store';

/** Answers a get, a list or a watch; as metadata only when the client accepts just that. */
export function read(
  store: ObjectStore,
  target: Target,
  request: WireRequest,
): WireReply {
  const { resource, namespace, name } = target;
  if (name) {
    const object = store.get(resource, namespace, name);
    if (!object) throw notFound(resource, name);
    return { status: 200, body: viewOf(request)(object) };
  }
  const watched = /^(true|1)$/.test(request.query.get('watch') ?? '');
  return watched ? watch(store, target, request) : list(store, target, request);
}

function list(
  store: ObjectStore,
  { resource, namespace }: Target,
  request: WireRequest,
): WireReply {
  const { query } = request;
  const items = store.list(resource, namespace).filter(selectorOf(query));
  const limit = Number(query.get('limit'));
  if (query.has('continue') || (limit > 0 && items.length > limit)) {
    throw notPlayed(`pagination (${items.length} items, limit ${limit})`);
  }
  const partial = isPartial(request);
  const metadata = { resourceVersion: store.version };
  const kind = partial ? 'PartialObjectMetadataList' : `${resource.kind}List`;
  const apiVersion = partial ? 'meta.k8s.io/v1' : apiVersionOf(resource);
  const body = {
    kind,
    apiVersion,
    metadata,
    items: items.map(viewOf(request)),
  };
  return { status: 200, body };
}

/**
 * Streams what happens after the given resourceVersion, or everything there is and what
 * follows when none is given. An object that leaves the selection counts as deleted.
 */
function watch(
  store: ObjectStore,
  { resource, namespace }: Target,
  request: WireRequest,
): WireReply {
  const { query } = request;
  const selected = selectorOf(query);
  const view = viewOf(request);
  const since = Number(query.get('resourceVersion')) || 0;
  if (query.get('sendInitialEvents') === 'true') {
    throw notPlayed('watches that send the initial list (sendInitialEvents)');
  }
  const eventOf = (change: Change) => {
    const { object, previous } = change;
    const now = change.type !== 'DELETED' && selected(object);
    const before = previous !== undefined && selected(previous);
    if (!now && !before) return undefined;
    if (!now) return { type: 'DELETED', object: view(object) };
    return { type: before ? 'MODIFIED' : 'ADDED', object: view(object) };
  };
  const open: WireReply['open'] = (line, end) => {
    if (since === 0) {
      const present = store.list(resource, namespace).filter(selected);
      present.forEach(it => line({ type: 'ADDED', object: view(it) }));
    }
    const stop = store.follow(since || Number(store.version), change => {
      const inScope =
        change.resource === resource &&
        (!namespace || change.object.metadata.namespace === namespace);
      const event = inScope && eventOf(change);
      if (event) line(event);
    });
    const seconds = Number(query.get('timeoutSeconds'));
    const timer = seconds > 0 ? setTimeout(end, seconds * 1000) : undefined;
    return () => {
      clearTimeout(timer);
      stop();
    };
  };
  return { status: 200, open };
}

const isPartial = (request: WireRequest) =>
  /^application\/json;as=PartialObjectMetadata/.test(request.header('accept'));

function viewOf(request: WireRequest): (object: Stored) => Json {
  if (!isPartial(request)) return object => object;
  return ({ metadata }) => {
    const kind = 'PartialObjectMetadata';
    return { kind, apiVersion: 'meta.k8s.io/v1', metadata: objectOf(metadata) };
  };
}

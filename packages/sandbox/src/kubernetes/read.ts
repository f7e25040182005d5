import { Json } from '../wire/json';
import { WireReply, WireRequest } from '../wire/serve';
import { apiVersionOf, Stored, Target } from './resources';
import { selectorOf } from './selectors';
import { notFound, notPlayed } from './status';
import { Change, ObjectStore } from './store';

/** Answers a get, a list or a watch; with metadata only when the client accepts just that. */
export function read(
  store: ObjectStore,
  target: Target,
  request: WireRequest,
): WireReply {
  const { resource, namespace, name } = target;
  if (!name && request.query.has('watch')) return watch(store, target, request);
  if (!name) return list(store, target, request);
  const object = store.get(resource, namespace, name);
  if (!object) throw notFound(target);
  return { status: 200, body: viewFor(request)(object) };
}

function list(
  store: ObjectStore,
  { resource, namespace }: Target,
  request: WireRequest,
): WireReply {
  const { query } = request;
  const found = store.list(resource, namespace).filter(selectorOf(query));
  const limit = Number(query.get('limit'));
  if (query.has('continue') || (limit && found.length > limit)) {
    throw notPlayed(`pagination (${found.length} items, limit ${limit})`);
  }
  const items = found.map(viewFor(request));
  const head = isPartial(request)
    ? { kind: 'PartialObjectMetadataList', apiVersion: 'meta.k8s.io/v1' }
    : { kind: `${resource.kind}List`, apiVersion: apiVersionOf(resource) };
  const metadata = { resourceVersion: `${store.version}` };
  return { status: 200, body: { ...head, metadata, items } };
}

/**
 * Streams what happens after the given resourceVersion; without one, all there is and
 * what follows. An object that leaves the selection counts as deleted.
 */
function watch(
  store: ObjectStore,
  { resource, namespace }: Target,
  { query, ...request }: WireRequest,
): WireReply {
  const selected = selectorOf(query);
  const view = viewFor({ query, ...request });
  const since = Number(query.get('resourceVersion'));
  if (query.has('sendInitialEvents')) throw notPlayed('sendInitialEvents');
  const typeOf = ({ object, before, gone }: Change) => {
    const was = before && selected(before);
    if (gone || !selected(object)) return was && 'DELETED';
    return was ? 'MODIFIED' : 'ADDED';
  };
  const open: WireReply['open'] = (line, end) => {
    const present = since ? [] : store.list(resource, namespace);
    for (const object of present.filter(selected)) {
      line({ type: 'ADDED', object: view(object) });
    }
    const stop = store.follow(since || store.version, change => {
      const { object } = change;
      const home = !namespace || object.metadata.namespace === namespace;
      const type = change.resource === resource && home && typeOf(change);
      if (type) line({ type, object: view(object) });
    });
    const seconds = Number(query.get('timeoutSeconds')) || 3600;
    const timer = setTimeout(end, seconds * 1000);
    return () => {
      clearTimeout(timer);
      stop();
    };
  };
  return { status: 200, open };
}

const isPartial = (request: Pick<WireRequest, 'header'>) =>
  request.header('accept').startsWith('application/json;as=PartialObject');

/** How the client wants to see an object: whole, or its metadata only. */
export function viewFor(
  request: Pick<WireRequest, 'header'>,
): (object: Stored) => Json {
  const head = { kind: 'PartialObjectMetadata', apiVersion: 'meta.k8s.io/v1' };
  return isPartial(request)
    ? ({ metadata }) => ({ ...head, metadata })
    : object => object;
}

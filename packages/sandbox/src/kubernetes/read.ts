import { Json } from '../wire/json';
import { WireReply, WireRequest } from '../wire/serve';
import { apiVersionOf, Stored, Target } from './resources';
import { selectorOf } from './selectors';
import { notFound, notPlayed } from './status';
import { ObjectStore } from './store';

/** Answers a get, a list or a watch; with metadata only when the client accepts just that. */
export function read(
  store: ObjectStore,
  target: Target,
  request: WireRequest,
): WireReply {
  const { resource, namespace, name } = target;
  const { query } = request;
  const view = viewFor(request);
  if (query.has('watch')) return watch(store, target, { query, view });
  if (name) {
    const object = store.get(resource, namespace, name);
    if (!object) throw notFound(target);
    return { status: 200, body: view(object) };
  }
  const found = store.list(resource, namespace).filter(selectorOf(query));
  const limit = Number(query.get('limit'));
  if (query.has('continue') || (limit && found.length > limit)) {
    throw notPlayed(`pagination (${found.length} items, limit ${limit})`);
  }
  const head = isPartial(request)
    ? { kind: `${partial.kind}List`, apiVersion: partial.apiVersion }
    : { kind: `${resource.kind}List`, apiVersion: apiVersionOf(resource) };
  const metadata = { resourceVersion: `${store.version}` };
  return { status: 200, body: { ...head, metadata, items: found.map(view) } };
}

/**
 * Streams what happens after the given resourceVersion; without one, all there is and
 * what follows. An object that leaves the selection counts as deleted.
 */
function watch(
  store: ObjectStore,
  { resource, namespace }: Target,
  { query, view }: { query: URLSearchParams; view: (it: Stored) => Json },
): WireReply {
  const selected = selectorOf(query);
  const since = Number(query.get('resourceVersion'));
  if (query.has('sendInitialEvents')) throw notPlayed('sendInitialEvents');
  const open: WireReply['open'] = line => {
    const present = since ? [] : store.list(resource, namespace);
    for (const object of present.filter(selected)) {
      line({ type: 'ADDED', object: view(object) });
    }
    return store.follow(since || store.version, change => {
      const { object, before } = change;
      const home = !namespace || object.metadata.namespace === namespace;
      if (change.resource !== resource || !home) return;
      const was = before !== undefined && selected(before);
      const is = !change.gone && selected(object);
      const type = was ? 'MODIFIED' : 'ADDED';
      if (is || was)
        line({ type: is ? type : 'DELETED', object: view(object) });
    });
  };
  return { status: 200, open };
}

const partial = { kind: 'PartialObjectMetadata', apiVersion: 'meta.k8s.io/v1' };
const isPartial = (request: WireRequest) =>
  request.header('accept').includes(`as=${partial.kind}`);

function viewFor(request: WireRequest): (object: Stored) => Json {
  if (!isPartial(request)) return object => object;
  return ({ metadata }) => ({ ...partial, metadata });
}

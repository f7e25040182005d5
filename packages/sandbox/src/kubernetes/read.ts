import { at, Json, textOf } from '../wire/json';
import { WireReply, WireRequest } from '../wire/serve';
import { apiVersionOf, Call, Stored } from './resources';
import { notFound, notPlayed } from './status';

const partial = { kind: 'PartialObjectMetadata', apiVersion: 'meta.k8s.io/v1' };
const isPartial = ({ request }: Call) =>
  request.header('accept').includes(`as=${partial.kind}`);

/** How the client wants to see an object: whole, or its metadata only. */
export const viewFor = (call: Call) => (object: Stored) =>
  isPartial(call) ? { ...partial, metadata: object.metadata } : object;

/** The verb of a request, as RBAC names it. */
export function verbOf({ method, query }: WireRequest, name?: string): string {
  const many = /^(true|1)$/.test(query.get('watch') ?? '') ? 'watch' : 'list';
  if (method === 'GET') return name ? 'get' : many;
  if (method === 'POST') return 'create';
  if (method === 'PATCH') return 'patch';
  return name ? 'delete' : 'deletecollection';
}

/** Answers a get, a list or a watch; with metadata only when the client accepts just that. */
export function read(call: Call, verb: string): WireReply {
  const { store, resource, namespace, live, request } = call;
  const { query } = request;
  const view = viewFor(call);
  if (verb === 'watch') return watch(call, view);
  if (verb === 'get' && !live) throw notFound(call);
  if (live) return { status: 200, body: view(live) };
  const found = store.list(resource, namespace).filter(selectorOf(query));
  const limit = Number(query.get('limit'));
  const pages = query.has('continue') || (limit && found.length > limit);
  if (pages) throw notPlayed(`pages of ${limit} (there are ${found.length})`);
  const head = isPartial(call)
    ? { ...partial, kind: `${partial.kind}List` }
    : { kind: `${resource.kind}List`, apiVersion: apiVersionOf(resource) };
  const metadata = { resourceVersion: `${store.version}` };
  return { status: 200, body: { ...head, metadata, items: found.map(view) } };
}

/** Streams what happens after a resourceVersion; without one, all there is as well. */
function watch(call: Call, view: (it: Stored) => Json): WireReply {
  const { store, resource, namespace, request } = call;
  const { query } = request;
  const selected = selectorOf(query);
  const since = Number(query.get('resourceVersion'));
  if (query.has('sendInitialEvents')) throw notPlayed('sendInitialEvents');
  const open: WireReply['open'] = send => {
    const line = (type: string, it: Stored) => send({ type, object: view(it) });
    const present = since ? [] : store.list(resource, namespace);
    present.filter(selected).forEach(it => line('ADDED', it));
    return store.follow(since || store.version, change => {
      const { object, before, gone } = change;
      const home = !namespace || object.metadata.namespace === namespace;
      if (change.resource !== resource || !home) return;
      const was = before && selected(before);
      if (!gone && selected(object)) line(was ? 'MODIFIED' : 'ADDED', object);
      else if (was) line('DELETED', object);
    });
  };
  return { status: 200, open };
}

/** What `fieldSelector` and `labelSelector` of a query let through. */
function selectorOf(query: URLSearchParams) {
  const terms = (name: string) =>
    (query.get(name) ?? '').split(/,(?![^(]*\))/).filter(Boolean);
  const [fields, labels] = ['fieldSelector', 'labelSelector'].map(terms);
  const fits = (it: Stored) => fields.every(term => fieldFits(term, it));
  return (it: Stored) => fits(it) && labels.every(term => labelFits(term, it));
}

function fieldFits(term: string, object: Stored): boolean {
  const [, field = '', not, wanted] = term.match(/^([^=!]+)(!?)==?(.*)$/) ?? [];
  return (textOf(at(object, ...field.split('.'))) === wanted) === !not;
}

function labelFits(term: string, { metadata }: Stored): boolean {
  const [, key = '', list] = term.match(/^([^\s=!]+)(?:=+| in )?(.*)$/) ?? [];
  if (!key || /!=| notin /.test(term)) throw notPlayed(`the selector ${term}`);
  const label = at(metadata, 'labels', key);
  const values = list.replace(/[()]/g, '').split(/\s*,\s*/);
  return list ? values.includes(textOf(label)) : label !== undefined;
}

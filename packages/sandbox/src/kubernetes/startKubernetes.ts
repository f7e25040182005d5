import { randomBytes } from 'node:crypto';
import { at, Json, mapFields, textOf } from '../wire/json';
import { serve, WireReply, WireRequest } from '../wire/serve';
import { bindVolumes } from './bindVolumes';
import { read } from './read';
import { parseTarget, Target } from './resources';
import { ServiceAccountTokens } from './serviceAccountTokens';
import { failure, forbidden, notFound, notPlayed, pathOf } from './status';
import { ObjectStore } from './store';
import { isAllowed, rulesByUser } from './users';
import { create, patch, remove } from './write';

/** Starts the stand-in API server, empty; `tokens` are the bearer tokens of its users. */
export async function startKubernetes(port: number, now: () => Date) {
  const token = () => randomBytes(16).toString('hex');
  const tokens = mapFields(rulesByUser, (_, name) => `${name}-${token()}`);
  const api = new Api(tokens, now);
  const server = await serve(port, request => api.answer(request));
  return { ...server, tokens };
}

const version = { major: '1', minor: '37', gitVersion: 'v1.37.2-sandbox' };
const [healthz, livez, readyz] = ['ok', 'ok', 'ok'];
const open: Record<string, Json> = { version, healthz, livez, readyz };

class Api {
  readonly #store = new ObjectStore();
  readonly #accounts: ServiceAccountTokens;

  constructor(
    private readonly tokens: Record<string, string>,
    private readonly now: () => Date,
  ) {
    this.#accounts = new ServiceAccountTokens(this.#store, now);
    bindVolumes(this.#store);
  }

  answer(request: WireRequest): WireReply {
    const path = request.path.filter(Boolean).join('/');
    if (path in open) return { status: 200, body: open[path] };
    const user = this.#userOf(request);
    const review = this.#review(user, path, request);
    if (review) return { status: 201, body: review };
    return this.#act(user, request, parseTarget(path));
  }

  #userOf(request: WireRequest): string {
    const token = request.header('authorization').replace('Bearer ', '');
    const names = Object.keys(this.tokens);
    const name = names.find(it => this.tokens[it] === token);
    const user = name ?? this.#accounts.read(token)?.name;
    if (!user) throw failure([401, 'Unauthorized'], 'Unauthorized');
    return user;
  }

  #review(user: string, path: string, { body }: WireRequest) {
    const asked = at(body, 'spec', 'resourceAttributes');
    const of = (field: string) => textOf(at(asked, field));
    if (path === 'apis/authorization.k8s.io/v1/selfsubjectaccessreviews') {
      const what = [of('resource'), of('subresource')]
        .filter(Boolean)
        .join('/');
      const allowed = isAllowed(user, of('verb'), what);
      return { ...body, status: { allowed } };
    }
    const [group, plural] = ['authentication.k8s.io', 'tokenreviews'];
    if (path !== `apis/${group}/v1/${plural}`) return undefined;
    authorize(user, ['create'], { resource: { kind: '', plural, group } });
    return this.#accounts.review(body);
  }

  #act(user: string, request: WireRequest, target: Target): WireReply {
    const { resource, namespace, name, subresource } = target;
    const store = this.#store;
    const live = store.get(resource, namespace, name);
    authorize(user, verbsOf(request, name, Boolean(live)), target);
    const time = this.now().toISOString().replace(/\.\d+/, '');
    const call = { ...target, store, live, request, time };
    if (subresource === 'token') {
      if (!live) throw notFound(target);
      return { status: 201, body: this.#accounts.issue(live) };
    }
    const on = `${request.method} ${name ? 'one' : 'all'} ${resource.plural}`;
    if (request.method === 'GET') return read(call);
    if (on.startsWith('POST all')) return create(call);
    if (on.startsWith('PATCH one')) return patch(call);
    const isPlayed = on.startsWith('DELETE one') && !on.endsWith('namespaces');
    if (isPlayed) return remove(call);
    throw notPlayed(on);
  }
}

function authorize(user: string, verbs: string[], target: Target) {
  const denied = verbs.find(verb => !isAllowed(user, verb, pathOf(target)));
  if (denied) throw forbidden(user, denied, target);
}

/** The verbs a request needs; an apply that makes its object needs two. */
function verbsOf({ method, query }: WireRequest, name = '', exists = false) {
  if (method === 'POST') return ['create'];
  if (method === 'PATCH') return exists ? ['patch'] : ['patch', 'create'];
  if (method !== 'GET') return [method === 'PUT' ? 'update' : 'delete'];
  const many = query.has('watch') ? 'watch' : 'list';
  return [name ? 'get' : many];
}

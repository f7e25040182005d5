import { randomBytes } from 'node:crypto';
import { at, Json, mapFields, textOf } from '../wire/json';
import { serve, WireReply, WireRequest } from '../wire/serve';
import { bindVolumes } from './bindVolumes';
import { read } from './read';
import { parseTarget, resourceOf, Target } from './resources';
import { ServiceAccountTokens } from './serviceAccountTokens';
import { failure, forbidden, notFound, notPlayed, pathOf } from './status';
import { ObjectStore } from './store';
import { isAllowed, rulesByUser, User } from './users';
import { create, patch, remove } from './write';

/** Starts the stand-in API server, empty; `tokens` are the bearer tokens of its users. */
export async function startKubernetes(port: number, now: () => Date) {
  const tokens = mapFields(rulesByUser, (_, name) => {
    return `${name}-${randomBytes(12).toString('hex')}`;
  });
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
    const user = this.#authenticate(request);
    const review = this.#review(user, path, request);
    if (review) return { status: 201, body: review };
    return this.#act(user, request, parseTarget(path));
  }

  #authenticate(request: WireRequest): User {
    const token = request.header('authorization').replace('Bearer ', '');
    const names = Object.keys(this.tokens);
    const name = names.find(it => this.tokens[it] === token);
    const user = name ? { name } : this.#accounts.read(token);
    if (!user) throw failure([401, 'Unauthorized'], 'Unauthorized');
    return user;
  }

  #review(user: User, path: string, { body }: WireRequest) {
    const [resource, subresource, verb] = [
      'resource',
      'subresource',
      'verb',
    ].map(it => textOf(at(body, 'spec', 'resourceAttributes', it)));
    if (path === 'apis/authorization.k8s.io/v1/selfsubjectaccessreviews') {
      const asked = [resource, subresource].filter(Boolean).join('/');
      return { ...body, status: { allowed: isAllowed(user, verb, asked) } };
    }
    const [group, plural] = ['authentication.k8s.io', 'tokenreviews'];
    if (path !== `apis/${group}/v1/${plural}`) return undefined;
    authorize(user, ['create'], { resource: { kind: '', plural, group } });
    return this.#accounts.review(body);
  }

  #act(user: User, request: WireRequest, target: Target): WireReply {
    const { resource, namespace, name, subresource } = target;
    const store = this.#store;
    const live = store.get(resource, namespace, name);
    authorize(user, verbsOf(request, name, Boolean(live)), target);
    const time = this.now().toISOString().replace(/\.\d+/, '');
    const call = { ...target, store, live, request, time };
    if (subresource === 'token' && !live) throw notFound(target);
    if (subresource === 'token' && live) {
      return { status: 201, body: this.#accounts.issue(live) };
    }
    const stays = resource === resourceOf('Namespace');
    const on = `${request.method} ${name ? 'one' : 'all'}`;
    if (request.method === 'GET') return read(call);
    if (on === 'POST all') return create(call);
    if (on === 'PATCH one') return patch(call);
    if (on === 'DELETE one' && !stays) return remove(call);
    throw notPlayed(`${on} of ${resource.plural}`);
  }
}

function authorize(user: User, verbs: string[], target: Target) {
  const denied = verbs.find(verb => !isAllowed(user, verb, pathOf(target)));
  if (denied) throw forbidden(user.name, denied, target);
}

/** The verbs a request needs; an apply that makes its object needs two. */
function verbsOf({ method, query }: WireRequest, name = '', exists = false) {
  if (method === 'POST') return ['create'];
  if (method === 'PATCH') return exists ? ['patch'] : ['patch', 'create'];
  if (method !== 'GET') return [method === 'PUT' ? 'update' : 'delete'];
  const many = query.has('watch') ? 'watch' : 'list';
  return [name ? 'get' : many];
}

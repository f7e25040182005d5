import { randomBytes } from 'node:crypto';
import { JsonObject, objectOf } from '../wire/json';
import { serve, WireReply, WireRequest } from '../wire/serve';
import { discovery } from './discovery';
import { read } from './read';
import { parseTarget, Target } from './resources';
import { reviewAccess, reviewToken } from './reviews';
import { ServiceAccountTokens } from './serviceAccountTokens';
import { failure, forbidden, notFound, notPlayed } from './status';
import { ObjectStore } from './store';
import { isAllowed, rulesByUser, User } from './users';
import { create, patch, remove, replace } from './write';

/** A running stand-in. `tokens` are the bearer tokens of its users by name. */
export interface KubernetesStandIn {
  url: string;
  tokens: Record<string, string>;
  stop(): Promise<void>;
}

/** Starts the stand-in API server on loopback, empty but for its users. */
export async function startKubernetes({
  port = 0,
  now = () => new Date(),
}): Promise<KubernetesStandIn> {
  const store = new ObjectStore();
  const accounts = new ServiceAccountTokens(store, now);
  const tokens = Object.fromEntries(
    Object.keys(rulesByUser).map(name => [
      name,
      `${name}-${randomBytes(12).toString('hex')}`,
    ]),
  );
  const api = new Api(store, accounts, { tokens, now });
  const server = await serve(port, request => api.handle(request));
  return { ...server, tokens };
}

class Api {
  constructor(
    private readonly store: ObjectStore,
    private readonly accounts: ServiceAccountTokens,
    private readonly options: {
      tokens: Record<string, string>;
      now: () => Date;
    },
  ) {}

  async handle(request: WireRequest): Promise<WireReply> {
    const path = request.path.filter(Boolean);
    const document = discovery[path.join('/')];
    if (document !== undefined) return { status: 200, body: document };
    const user = this.#authenticate(request);
    const review = this.#review(user, request, path.at(-1) ?? '');
    if (review) return { status: 201, body: review };
    const target = parseTarget(path);
    if (!target) throw notPlayed(`${request.method} /${path.join('/')}`);
    this.#authorize(user, request, target);
    return this.#answer(request, target);
  }

  #authenticate(request: WireRequest): User {
    const token = request.header('authorization').replace(/^Bearer /, '');
    const known = Object.entries(this.options.tokens).find(
      ([, its]) => its === token,
    );
    const groups = ['system:authenticated'];
    const user = known ? { name: known[0], groups } : this.accounts.read(token);
    if (!user) throw failure(401, 'Unauthorized', 'Unauthorized');
    return user;
  }

  #review(user: User, { body }: WireRequest, plural: string) {
    const review: Record<string, () => JsonObject> = {
      selfsubjectaccessreviews: () => reviewAccess(user, objectOf(body)),
      tokenreviews: () => reviewToken(this.accounts, objectOf(body)),
    };
    if (!review[plural]) return undefined;
    if (!isAllowed(user, 'create', plural)) {
      const group = 'authentication.k8s.io';
      const resource = { group, plural, kind: plural, namespaced: false };
      throw forbidden(user.name, 'create', { resource });
    }
    return review[plural]();
  }

  #authorize(user: User, request: WireRequest, target: Target) {
    const { resource, subresource } = target;
    const path = [resource.plural, subresource].filter(Boolean).join('/');
    const verb = verbOf(request, target);
    const onCreate = request.method === 'PATCH' && !this.#find(target);
    for (const needed of onCreate ? [verb, 'create'] : [verb]) {
      if (!isAllowed(user, needed, path)) {
        throw forbidden(user.name, needed, target);
      }
    }
  }

  #answer(request: WireRequest, target: Target): WireReply {
    const { method, query } = request;
    const { subresource, name, resource } = target;
    const write = {
      store: this.store,
      target,
      query,
      contentType: request.header('content-type').split(';')[0],
      userAgent: request.header('user-agent'),
      body: objectOf(request.body),
      now: this.options.now(),
    };
    if (method === 'POST' && subresource === 'token') {
      const account = this.#find(target);
      if (!account) throw notFound(resource, name ?? '');
      return { status: 201, body: this.accounts.issue(account, write.body) };
    }
    const collection = !name && (method === 'DELETE' || method === 'PUT');
    if (collection || (subresource && subresource !== 'status')) {
      throw notPlayed(`${method} of ${resource.plural} at this path`);
    }
    if (method === 'GET') return read(this.store, target, request);
    if (method === 'POST') return create(write);
    if (method === 'PATCH') return patch(write);
    return method === 'PUT' ? replace(write) : remove(write);
  }

  #find({ resource, namespace, name }: Target) {
    return this.store.get(resource, namespace, name);
  }
}

function verbOf({ method, query }: WireRequest, { name }: Target) {
  if (method === 'GET' && !name) return query.has('watch') ? 'watch' : 'list';
  const verbs = { GET: 'get', POST: 'create', PUT: 'update', PATCH: 'patch' };
  return new Map(Object.entries(verbs)).get(method) ?? 'delete';
}

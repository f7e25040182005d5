import { randomBytes } from 'node:crypto';
import { at, Json, JsonObject, mapFields } from '../wire/json';
import { objectOf, textOf } from '../wire/json';
import { serve, WireReply, WireRequest } from '../wire/serve';
import { bindVolumes } from './bindVolumes';
import { read, verbOf } from './read';
import { parseTarget, resourceOf, Stored, Target } from './resources';
import { failure, forbidden, invalid, notFound, notPlayed } from './status';
import { ObjectStore } from './store';
import rulesByUser from './users.json';
import wordings from './wordings.json';
import { create, patch, remove } from './write';

const random = () => randomBytes(24).toString('base64url');
const encoded = (it: Json) =>
  Buffer.from(JSON.stringify(it)).toString('base64url');
const usernameOf = ({ metadata: { namespace, name } }: Stored) =>
  `system:serviceaccount:${namespace}:${name}`;
const version = { major: '1', minor: '37', gitVersion: 'v1.37.2-sandbox' };
const open: JsonObject = { version, healthz: 'ok', livez: 'ok', readyz: 'ok' };
const audiences = ['https://kubernetes.default.svc'];
const authentication = 'authentication.k8s.io/v1';
const { short, tokenRequest } = wordings;

class Api {
  readonly #store = new ObjectStore();
  /** Accounts by the JWTs they were given. */
  readonly #issued = new Map<string, { account: Stored; exp: number }>();

  constructor(
    readonly tokens: JsonObject,
    readonly now: () => Date,
  ) {
    bindVolumes(this.#store);
  }

  answer(request: WireRequest): WireReply {
    const path = request.path.filter(Boolean).join('/');
    if (path in open) return { status: 200, body: open[path] };
    const token = request.header('authorization').replace('Bearer ', '');
    const users = Object.keys(this.tokens);
    const user = users.find(it => this.tokens[it] === token);
    const name = user ?? this.#accountOf(token)?.username;
    if (!name) throw failure([401, 'Unauthorized'], 'Unauthorized');
    const review = this.#review(name, path, request);
    if (review) return { status: 201, body: review };
    return this.#act(name, request, parseTarget(path));
  }

  #review(user: string, place: string, { body }: WireRequest) {
    const asked = objectOf(at(body, 'spec', 'resourceAttributes'));
    if (place === 'apis/authorization.k8s.io/v1/selfsubjectaccessreviews') {
      const allowed = isAllowed(user, textOf(asked.verb), asked);
      return { ...body, status: { allowed } };
    }
    const { group } = tokenRequest.resource;
    const plural = 'tokenreviews';
    if (place !== `apis/${authentication}/${plural}`) return undefined;
    authorize(user, ['create'], { resource: { kind: '', plural, group } });
    const account = this.#accountOf(textOf(at(body, 'spec', 'token')));
    const known = { authenticated: true, user: account, audiences };
    const unknown = { user: {}, error: 'invalid bearer token' };
    return { ...body, status: account ? known : unknown };
  }

  #act(user: string, request: WireRequest, target: Target): WireReply {
    const { resource, namespace, name, subresource } = target;
    const store = this.#store;
    const live = store.get(resource, namespace, name);
    const verb = verbOf(request, name);
    const verbs = verb === 'patch' && !live ? ['patch', 'create'] : [verb];
    const one = /^metadata\.name=([^,]+)$/;
    const [, only] = one.exec(request.query.get('fieldSelector') ?? '') ?? [];
    authorize(user, verbs, { ...target, name: name ?? only });
    const time = this.now().toISOString().replace(/\.\d+/, '');
    const call = { ...target, store, live, request, time };
    if (subresource === 'token') {
      if (!live) throw notFound(target);
      return { status: 201, body: this.#issue(live, request.body) };
    }
    const on = `${request.method} ${name ? 'one' : 'all'} ${resource.plural}`;
    if (request.method === 'GET') return read(call, verb);
    if (on.startsWith('POST all')) return create(call);
    if (on.startsWith('PATCH one')) return patch(call);
    if (/^DELETE one (?!namespaces)/.test(on)) return remove(call);
    throw notPlayed(on);
  }

  /** Answers a TokenRequest; the signature is a secret that only this server knows. */
  #issue(account: Stored, { spec }: JsonObject): JsonObject {
    const seconds = Number(at(spec, 'expirationSeconds') ?? 3600);
    const message = short.message.replace('%', `${seconds}`);
    if (seconds < 600) throw invalid(tokenRequest, [{ ...short, message }]);
    const iat = Math.floor(this.now().getTime() / 1000);
    const exp = iat + seconds;
    const claims = { aud: audiences, exp, iat, sub: usernameOf(account) };
    const token = `${encoded({ alg: 'HS256' })}.${encoded(claims)}.${random()}`;
    this.#issued.set(token, { account, exp });
    const expirationTimestamp = new Date(exp * 1000).toISOString();
    const status = { token, expirationTimestamp };
    const asked = { audiences, expirationSeconds: seconds };
    const { kind } = tokenRequest.resource;
    return { kind, apiVersion: authentication, spec: asked, status };
  }

  /** Who is behind a JWT; `undefined` when it is unknown or old or its account gone. */
  #accountOf(token: string) {
    const { account, exp = 0 } = this.#issued.get(token) ?? {};
    if (!account || exp * 1000 <= this.now().getTime()) return undefined;
    const { namespace, name, uid } = account.metadata;
    const live = this.#store.get(resourceOf('ServiceAccount'), namespace, name);
    const same = live?.metadata.uid === uid;
    return same ? { username: usernameOf(account), uid } : undefined;
  }
}

/** Whether RBAC lets a user do `verb` on what is asked for: all of a resource, or the one of a name. */
function isAllowed(user: string, verb: string, asked: JsonObject) {
  const { resource, group, subresource, name } = asked;
  const kind = [resource, group].filter(Boolean).join('.');
  const path = [kind, subresource].filter(Boolean).join('/');
  const rules: Record<string, string[]> = rulesByUser;
  return (rules[user] ?? rules.denied).some(rule => {
    const [verbs, resources] = rule.split(' ').map(it => it.split(','));
    const isIts = resources.some(it => [path, `${path}:${name}`].includes(it));
    return rule === '* *' || (verbs.includes(verb) && isIts);
  });
}

function authorize(user: string, verbs: string[], target: Target) {
  const { plural: resource, group } = target.resource;
  const { subresource, name } = target;
  const asked = { resource, group, subresource, name };
  const denied = verbs.find(verb => !isAllowed(user, verb, asked));
  if (denied) throw forbidden(user, denied, target);
}

/** Starts the stand-in API server, empty; `tokens` are the bearer tokens of its users. */
export async function startKubernetes(port: number, now: () => Date) {
  const tokens = mapFields(rulesByUser, () => random());
  const api = new Api(tokens, now);
  const server = await serve(port, request => api.answer(request));
  return { ...server, tokens };
}

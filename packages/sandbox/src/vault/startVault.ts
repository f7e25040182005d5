import { objectOf } from '../wire/json';
import { serve, WireReply, WireRequest } from '../wire/serve';
import { allows } from './accessControl';
import {
  badToken,
  denied,
  noRoute,
  notPlayed,
  refusal,
  unsupportedPath,
} from './answers';
import { keyValueRoutes } from './keyValue';
import { kubernetesAuthRoutes, login } from './kubernetesAuth';
import { health, initialize, leader, unseal } from './seal';
import { systemRoutes } from './systemPaths';
import { tokenRoutes } from './tokenPaths';
import { Token } from './tokens';
import { Call, emptyVault, Operation, Route, rulesOf, Vault } from './vault';

/** Starts the stand-in Vault on loopback: not initialised, as a new one is. */
export async function startVault({ port = 0, now = () => new Date() }) {
  const vault = emptyVault(now);
  return serve(port, request => handle(vault, request));
}

const routes = [
  ...tokenRoutes,
  ...systemRoutes,
  ...kubernetesAuthRoutes,
  ...keyValueRoutes,
];

async function handle(vault: Vault, request: WireRequest): Promise<WireReply> {
  const [version, ...rest] = request.path;
  const segments = rest.at(-1) === '' ? rest.slice(0, -1) : rest;
  if (version !== 'v1' || segments.some(it => /^\.{0,2}$/.test(it))) {
    throw refusal(400, 'the path is not clean');
  }
  const path = rest.join('/');
  const open = withoutToken(vault, path, request);
  if (open) return open;
  if (vault.seal.sealed) throw refusal(503, 'Vault is sealed');
  for (const header of ['x-vault-namespace', 'x-vault-wrap-ttl']) {
    if (request.header(header)) throw notPlayed(`the header ${header}`);
  }
  const body = objectOf(request.body);
  const call = { vault, path, query: request.query, body };
  const mount = path.match(/^auth\/([^/]+)\/login$/);
  if (mount) return login({ ...call, segments: [mount[1]] });
  return routed(call, request);
}

function withoutToken(vault: Vault, path: string, request: WireRequest) {
  const { seal, tokens, now } = vault;
  const body = objectOf(request.body);
  const root = { policies: ['root'], path: 'auth/token/root', orphan: true };
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  switch (path) {
    case 'sys/health':
      return health(seal, now(), request);
    case 'sys/seal-status':
      return { status: 200, body: seal.status() };
    case 'sys/leader':
      return leader;
    case 'sys/unseal':
      return unseal(seal, body);
    case 'sys/init':
      return isRead
        ? { status: 200, body: { initialized: seal.initialized } }
        : initialize(seal, body, () => tokens.issue(root).id);
    default:
      return undefined;
  }
}

function routed(
  given: Omit<Call, 'token' | 'segments'>,
  request: WireRequest,
): WireReply | Promise<WireReply> {
  const { vault, path } = given;
  const token = authenticate(vault, request);
  const operation = operationOf(request);
  const route = routes.find(it => it.path.test(path));
  const segments = path.match(route?.path ?? /^$/)?.slice(1) ?? [];
  const call = { ...given, token, segments };
  authorize(call, operation, route);
  const handler = route?.on[operation];
  if (handler) return handler(call);
  if (/^sys\/(storage|nope)\//.test(path)) throw unsupportedPath();
  const isMounted = [...vault.mounts.keys()].some(it =>
    path.startsWith(`${it}/`),
  );
  if (isMounted || /^(sys|auth|identity)\//.test(path)) {
    throw notPlayed(`${operation} of ${path}`);
  }
  throw noRoute(path);
}

function authenticate(vault: Vault, request: WireRequest): Token {
  const bearer = request.header('authorization').replace(/^Bearer /, '');
  const id = request.header('x-vault-token') || bearer;
  if (!id) throw refusal(403, 'permission denied');
  const token = vault.tokens.byId(id);
  if (!token) throw badToken();
  return token;
}

function authorize(call: Call, operation: Operation, route?: Route) {
  const { vault, token, path, body } = call;
  if (token.policies.includes('root')) return;
  const written = route?.exists && !isThere(call, route) ? 'create' : 'update';
  const wanted = [operation === 'write' ? written : operation];
  const asked = operation === 'list' ? path.replace(/\/?$/, '/') : path;
  if (!allows(rulesOf(vault, token), { path: asked, wanted, body })) {
    throw denied();
  }
}

/** A path that leads nowhere is judged by the policy before it is not found. */
function isThere(call: Call, { exists }: Route): boolean {
  try {
    return exists?.(call) ?? true;
  } catch {
    return false;
  }
}

function operationOf({ method, query }: WireRequest): Operation {
  if (method === 'DELETE') return 'delete';
  if (method === 'POST' || method === 'PUT') return 'write';
  if (method !== 'GET') throw notPlayed(`the method ${method}`);
  return /^(true|1)$/.test(query.get('list') ?? '') ? 'list' : 'read';
}

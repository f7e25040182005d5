import { JsonObject, objectOf } from '../wire/json';
import { serve, WireReply, WireRequest } from '../wire/serve';
import { badToken, denied, noRoute, notPlayed } from './answers';
import { refusal, unsupportedPath } from './answers';
import { documentRoutes, firstDocuments } from './documents';
import { keyValueRoutes, nameOf } from './keyValue';
import { login } from './kubernetesLogin';
import { capabilitiesOf, parametersFit } from './policy';
import { Seal } from './seal';
import { tokenRoutes } from './tokenPaths';
import { TokenStore } from './tokens';
import { Call, isRoot, rulesFor, Vault } from './vault';

/** Starts the stand-in Vault on loopback: not initialised, as a new one is. */
export async function startVault(port: number, now: () => Date) {
  const vault: Vault = {
    now,
    seal: new Seal(),
    tokens: new TokenStore(now),
    documents: new Map(firstDocuments()),
    keys: new Map(),
  };
  return serve(port, request => handle(vault, request));
}

const all = { ...tokenRoutes, ...documentRoutes, ...keyValueRoutes };
const routes = Object.entries(all).map(([text, respond]) => {
  const [operation, pattern] = text.split(' ');
  return { operation, pattern: new RegExp(`^${pattern}$`), respond };
});

async function handle(vault: Vault, request: WireRequest): Promise<WireReply> {
  const [version, ...rest] = request.path;
  const path = rest.join('/');
  if (version !== 'v1' || /(^|\/)\.{0,2}\//.test(path)) {
    throw refusal(400, 'the path is not clean');
  }
  const body = objectOf(request.body);
  const open = withoutToken(vault, `${request.method} ${path}`, request);
  if (open) return open;
  if (vault.seal.sealed) throw refusal(503, 'Vault is sealed');
  for (const header of ['x-vault-namespace', 'x-vault-wrap-ttl']) {
    if (request.header(header)) throw notPlayed(`the header ${header}`);
  }
  const [, auth] = path.match(/^auth\/([^/]+)\/login$/) ?? [];
  if (auth) return login(vault, auth, body);
  return withToken(vault, path, request);
}

function withoutToken(
  { seal, tokens, now }: Vault,
  call: string,
  { query, body }: WireRequest,
): WireReply | undefined {
  const status = seal.status();
  const { initialized } = status;
  const leader = { ha_enabled: false, is_self: false, leader_address: '' };
  const root = { policies: ['root'], path: 'auth/token/root', creation_ttl: 0 };
  const shown = (it: JsonObject) => ({ status: 200, body: it });
  if (call.endsWith(' sys/health')) return seal.health(now(), query);
  if (call === 'GET sys/seal-status') return shown(status);
  if (call === 'GET sys/leader') return shown(leader);
  if (call === 'GET sys/init') return shown({ initialized });
  if (call.endsWith(' sys/unseal')) return seal.offer(objectOf(body));
  if (!call.endsWith(' sys/init')) return undefined;
  const keys = seal.initialize(objectOf(body));
  return shown({ ...keys, root_token: tokens.issue(root).id });
}

function withToken(vault: Vault, path: string, request: WireRequest) {
  const id = request.header('x-vault-token');
  if (!id) throw refusal(403, 'permission denied');
  const token = vault.tokens.find('id', id);
  if (!token) throw badToken();
  const operation = operationOf(request);
  const route = routes.find(
    it => it.operation === operation && it.pattern.test(path),
  );
  const segments = path.match(route?.pattern ?? '')?.slice(1) ?? [];
  const { query } = request;
  const body = objectOf(request.body);
  const call = { vault, path, segments, query, body, token };
  if (!isRoot(token)) authorize(call, operation);
  if (path === 'sys/seal') vault.seal.sealed = true;
  if (path === 'sys/seal') return { status: 204 };
  if (route) return route.respond(call);
  if (path.startsWith('sys/storage/raft/')) throw unsupportedPath();
  const known = /^(sys|auth|identity|csi)\//.test(path);
  throw known ? notPlayed(`${operation} of ${path}`) : noRoute(path);
}

/** A write is a create where its role or key is not there yet, else an update. */
function authorize(call: Call, operation: string) {
  const { vault, token, path, body } = call;
  const list = operation === 'list';
  const asked = list ? path.replace(/\/?$/, '/') : path;
  const deciding = rulesFor(vault, token, [asked, list]);
  const isRole = /^auth\/[^/]+\/roles?\//.test(path);
  const isNew = isRole
    ? !vault.documents.has(path)
    : /\/data\//.test(path) && !vault.keys.has(nameOf(call));
  const written = isNew ? 'create' : 'update';
  const wanted = operation === 'write' ? written : operation;
  const fits = list || deciding.every(rule => parametersFit(rule, body));
  if (!fits || !capabilitiesOf(deciding).includes(wanted)) throw denied();
}

function operationOf({ method, query }: WireRequest): string {
  if (method === 'DELETE') return 'delete';
  if (method === 'POST' || method === 'PUT') return 'write';
  if (method !== 'GET') throw notPlayed(`the method ${method}`);
  return /^(true|1)$/.test(query.get('list') ?? '') ? 'list' : 'read';
}

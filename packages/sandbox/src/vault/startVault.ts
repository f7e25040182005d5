import { JsonObject } from '../wire/json';
import { serve, WireReply, WireRequest } from '../wire/serve';
import { badToken, denied, noRoute, notPlayed } from './answers';
import { refusal, unproven, unsupportedPath } from './answers';
import { documentRoutes, firstDocuments } from './documents';
import { keyValueRoutes, nameOf } from './keyValue';
import { login } from './kubernetesLogin';
import { capabilitiesOf, parametersFit } from './policy';
import { Seal } from './seal';
import { tokenRoutes } from './tokenPaths';
import { TokenStore } from './tokens';
import { Call, isRoot, rulesFor, Vault } from './vault';

/** Starts the stand-in Vault on loopback, initialised and unsealed, otherwise empty. */
export async function startVault(port: number, now: () => Date) {
  const [seal, tokens, keys] = [new Seal(), new TokenStore(now), new Map()];
  const documents = new Map(firstDocuments());
  const vault = { now, seal, tokens, documents, keys };
  const server = await serve(port, request => handle(vault, request));
  const its = { path: 'auth/token/root', display_name: 'root' };
  const root = { policies: ['root'], ...its, creation_ttl: 0 };
  const { id: rootToken } = tokens.issue(root);
  return { ...server, rootToken, unsealKeys: seal.shares };
}

const all = { ...tokenRoutes, ...documentRoutes, ...keyValueRoutes };
const routes = Object.entries(all).map(([text, respond]) => {
  const [operation, pattern] = text.split(' ');
  return { operation, pattern: new RegExp(`^${pattern}$`), respond };
});

async function handle(vault: Vault, request: WireRequest): Promise<WireReply> {
  const [version, ...rest] = request.path;
  const path = rest.join('/');
  const unclean = version !== 'v1' || /(^|\/)\.{0,2}\//.test(path);
  if (unclean) throw refusal(400, 'the path is not clean');
  const open = withoutToken(vault, path, request);
  if (open) return open;
  if (vault.seal.sealed) throw refusal(503, 'Vault is sealed');
  const headers = ['x-vault-namespace', 'x-vault-wrap-ttl'];
  const header = headers.find(request.header);
  if (header) throw notPlayed(`the header ${header}`);
  const [, auth] = path.match(/^auth\/([^/]+)\/login$/) ?? [];
  if (auth) return login(vault, auth, request.body);
  return withToken(vault, path, request);
}

function withoutToken(vault: Vault, path: string, request: WireRequest) {
  const { seal, now } = vault;
  const shown = (body: JsonObject): WireReply => ({ status: 200, body });
  if (path === 'sys/health') return seal.health(now(), request.query);
  if (path === 'sys/leader') throw notPlayed(path);
  if (path === 'sys/seal-status') return shown(seal.status());
  return path === 'sys/unseal' ? shown(seal.offer(request.body)) : undefined;
}

function withToken(vault: Vault, path: string, request: WireRequest) {
  const id = request.header('x-vault-token');
  if (!id) throw unproven();
  const token = vault.tokens.find('id', id);
  if (!token) throw badToken();
  const operation = operationOf(request);
  const of = routes.filter(it => it.operation === operation);
  const route = of.find(it => it.pattern.test(path));
  const segments = path.match(route?.pattern ?? '')?.slice(1) ?? [];
  const { query, body } = request;
  const call = { vault, path, segments, query, body, token };
  if (!isRoot(token)) authorize(call, operation);
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
  const deciding = rulesFor(vault, token, asked);
  const isOld = vault.documents.has(path);
  const isRole = /^auth\/[^/]+\/roles?\//.test(path) && !isOld;
  const isKey = /\/data\//.test(path) && !vault.keys.has(nameOf(call));
  const written = isRole || isKey ? 'create' : 'update';
  const wanted = operation === 'write' ? written : operation;
  const fits = list || deciding.every(rule => parametersFit(rule, body));
  if (!fits || !capabilitiesOf(deciding).includes(wanted)) throw denied();
}

function operationOf({ method, query }: WireRequest): string {
  if (method === 'DELETE') return 'delete';
  if (method === 'POST' || method === 'PUT') return 'write';
  if (method !== 'GET') throw notPlayed(`the method ${method}`);
  return query.has('list') ? 'list' : 'read';
}

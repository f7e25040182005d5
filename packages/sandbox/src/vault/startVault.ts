import { objectOf } from '../wire/json';
import { serve, WireReply, WireRequest } from '../wire/serve';
import { badToken, denied, noRoute, notPlayed } from './answers';
import { refusal, unsupportedPath } from './answers';
import { keyExists, keyValueRoutes } from './keyValue';
import { kubernetesAuthRoutes, kubernetesRoleExists } from './kubernetesAuth';
import { login } from './kubernetesAuth';
import { capabilitiesOf, parametersFit } from './policy';
import { systemRoutes } from './systemPaths';
import { tokenRoleExists, tokenRoutes } from './tokenPaths';
import { Call, emptyVault, isRoot, rulesFor, Vault } from './vault';

/** Starts the stand-in Vault on loopback: not initialised, as a new one is. */
export async function startVault(port: number, now: () => Date) {
  const vault = emptyVault(now);
  return serve(port, request => handle(vault, request));
}

const routes = Object.entries({
  ...tokenRoutes,
  ...systemRoutes,
  ...kubernetesAuthRoutes,
  ...keyValueRoutes,
}).map(([text, answer]) => {
  const [operation, pattern] = text.split(' ');
  return { operation, pattern: new RegExp(`^${pattern}$`), answer };
});

/** The writes that are a create when their object is not there; all others are updates. */
const creations: [RegExp, (call: Call) => boolean][] = [
  [/^auth\/token\/roles\//, tokenRoleExists],
  [/^auth\/[^/]+\/role\//, kubernetesRoleExists],
  [/\/data\//, keyExists],
];

async function handle(vault: Vault, request: WireRequest): Promise<WireReply> {
  const [version, ...rest] = request.path;
  const inner = rest.at(-1) === '' ? rest.slice(0, -1) : rest;
  if (version !== 'v1' || inner.some(it => /^\.{0,2}$/.test(it))) {
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
  const [, auth] = path.match(/^auth\/([^/]+)\/login$/) ?? [];
  if (auth) return login({ ...call, segments: [auth] });
  return withToken(call, request);
}

function withoutToken(
  { seal, tokens, now }: Vault,
  path: string,
  { method, query, body }: WireRequest,
): WireReply | undefined {
  const status = seal.status();
  const root = { policies: ['root'], path: 'auth/token/root', creation_ttl: 0 };
  const leader = { ha_enabled: false, is_self: false, leader_address: '' };
  switch (path) {
    case 'sys/health':
      return seal.health(now(), query);
    case 'sys/seal-status':
      return { status: 200, body: status };
    case 'sys/leader':
      return { status: 200, body: { ...leader, leader_cluster_address: '' } };
    case 'sys/unseal':
      return seal.offer(objectOf(body));
    case 'sys/init': {
      const { initialized } = status;
      if (method === 'GET') return { status: 200, body: { initialized } };
      const keys = seal.initialize(objectOf(body));
      const { id: root_token } = tokens.issue(root);
      return { status: 200, body: { ...keys, root_token } };
    }
    default:
      return undefined;
  }
}

function withToken(
  given: Omit<Call, 'token' | 'segments'>,
  request: WireRequest,
) {
  const { vault, path } = given;
  const id = request.header('x-vault-token');
  if (!id) throw refusal(403, 'permission denied');
  const token = vault.tokens.find('id', id);
  if (!token) throw badToken();
  const operation = operationOf(request);
  const route = routes.find(
    it => it.operation === operation && it.pattern.test(path),
  );
  const segments = path.match(route?.pattern ?? '')?.slice(1) ?? [];
  const call = { ...given, token, segments };
  if (!isRoot(token)) authorize(call, operation);
  if (route) return route.answer(call);
  if (path.startsWith('sys/storage/raft/')) throw unsupportedPath();
  const mounts = [...vault.mounts.keys(), 'sys', 'auth', 'identity'];
  const mounted = mounts.some(it => path.startsWith(`${it}/`));
  throw mounted ? notPlayed(`${operation} of ${path}`) : noRoute(path);
}

function authorize(call: Call, operation: string) {
  const { vault, token, path, body } = call;
  const list = operation === 'list';
  const asked = list ? path.replace(/\/?$/, '/') : path;
  const deciding = rulesFor(vault, token, [asked, list]);
  const [, exists] = creations.find(([pattern]) => pattern.test(path)) ?? [];
  const written = exists && !exists(call) ? 'create' : 'update';
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

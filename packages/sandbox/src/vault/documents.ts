import { randomBytes, randomUUID } from 'node:crypto';
import { JsonObject, mapFields, objectOf, textOf, textsOf } from '../wire/json';
import { WireReply } from '../wire/serve';
import { answer, done, notPlayed, refusal, refuseIf } from './answers';
import { secondsOf } from './answers';
import { parsePolicy } from './policy';
import { Call, Routes } from './vault';

/** What an admin sets up: mounts, auth methods, policies, roles, configurations. */
export const documentRoutes: Routes = {
  'read sys/(mounts|auth)': listMounts,
  'read sys/mounts/(.+?)/?': read,
  'write sys/mounts/(.+?)/?': mount,
  'write sys/auth/([^/]+)': enableAuth,
  'read sys/policies/acl/([^/]+)': read,
  'write sys/policies/acl/([^/]+)': writePolicy,
  'read auth/token/roles/([^/]+)': read,
  'write auth/token/roles/([^/]+)': writeRole,
  'write auth/([^/]+)/config': write,
  'read auth/[^/]+/role/([^/]+)': read,
  'write auth/[^/]+/role/([^/]+)': writeRole,
};

const defaultPolicy = `path "auth/token/lookup-self" { capabilities = ["read"] }
path "auth/token/renew-self" { capabilities = ["update"] }
path "auth/token/revoke-self" { capabilities = ["update"] }
path "sys/capabilities-self" { capabilities = ["update"] }`;

/** What a new Vault holds. */
export const firstDocuments = (): [string, JsonObject][] => [
  ['sys/auth/token', newMount('token', {})],
  ['sys/policies/acl/default', { name: 'default', policy: defaultPolicy }],
  ['sys/policies/acl/root', { name: 'root', policy: '' }],
];

function newMount(type: string, given: JsonObject): JsonObject {
  const accessor = `${type}_${randomBytes(4).toString('hex')}`;
  const { description = '', options = null } = given;
  return { type, accessor, description, options, uuid: randomUUID() };
}

const system = (data: JsonObject) => answer(data, data);
const cleaned = (path: string) => path.replace(/\/$/, '');

function read({ vault, path, segments }: Call): WireReply {
  const found = vault.documents.get(cleaned(path).toLowerCase());
  const isMount = path.startsWith('sys/mounts/');
  const none = `No secret engine mount at ${segments[0]}/`;
  refuseIf(!found && isMount, none);
  if (!found) throw refusal(404);
  return path.startsWith('sys/') ? system(found) : answer(found);
}

function write({ vault, path, body }: Call): WireReply {
  vault.documents.set(cleaned(path).toLowerCase(), body);
  return done;
}

function listMounts({ vault, path }: Call): WireReply {
  const all = [...vault.documents].filter(([it]) => it.startsWith(`${path}/`));
  const named = all.map(([it, data]) => [
    `${it.slice(path.length + 1)}/`,
    data,
  ]);
  return system(Object.fromEntries(named));
}

function mount(call: Call): WireReply {
  const { vault, segments, body } = call;
  const [path] = segments;
  const isV2 = body.type === 'kv' && objectOf(body.options).version === '2';
  if (!isV2 || path.endsWith('/tune')) {
    throw notPlayed(`mounts but new ones of KV version 2 (${path})`);
  }
  const mounts = [...vault.documents.keys()].map(it => `${it}/`);
  const wanted = `sys/mounts/${path}/`;
  const taken = mounts.find(
    it => it.startsWith(wanted) || wanted.startsWith(it),
  );
  refuseIf(taken, `path is already in use at ${taken?.slice(11)}`);
  return write({ ...call, body: newMount('kv', body) });
}

function enableAuth(call: Call): WireReply {
  const { vault, path, segments, body } = call;
  if (body.type !== 'kubernetes') throw notPlayed(`auth method ${body.type}`);
  const taken = vault.documents.has(path);
  refuseIf(taken, `path is already in use at ${segments[0]}/`);
  return write({ ...call, body: newMount('kubernetes', body) });
}

function writePolicy(call: Call): WireReply {
  const policy = textOf(call.body.policy);
  parsePolicy(policy);
  const name = call.segments[0].toLowerCase();
  return write({ ...call, body: { name, policy } });
}

const isList = /_(policies|aliases|names|namespaces)$/;
const isLength = /^token_(period|ttl)$/;

function writeRole(call: Call): WireReply {
  const role = mapFields(call.body, (value, field) => {
    if (isList.test(field)) return textsOf(value);
    return isLength.test(field) ? secondsOf(value) : value;
  });
  const usual = { orphan: false, renewable: true, token_period: 0 };
  return write({
    ...call,
    body: { ...usual, ...role, name: call.segments[0] },
  });
}

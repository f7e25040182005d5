import { randomBytes, randomUUID } from 'node:crypto';
import { JsonObject, mapFields, objectOf, textOf, textsOf } from '../wire/json';
import { WireReply } from '../wire/serve';
import { answer, done, notPlayed, refusal } from './answers';
import { refuseIf, secondsOf } from './answers';
import { parsePolicy } from './policy';
import { Call, Routes } from './vault';

/** What an admin sets up: mounts, auth methods, policies, roles, configurations. */
export const documentRoutes: Routes = {
  'read sys/(mounts|auth)': listMounts,
  'read sys/mounts/(.+)': read,
  'write sys/(mounts|auth)/(.+)': mount,
  'read sys/policies/acl/([^/]+)': read,
  'write sys/policies/acl/([^/]+)': writePolicy,
  'read auth/[^/]+/roles?/([^/]+)': read,
  'write auth/[^/]+/roles?/([^/]+)': writeRole,
  'write auth/([^/]+)/config': call => keep(call, call.body),
  'read auth/([^/]+)/config': readConfig,
  'delete sys/mounts/(.+)': unmount,
  'write sys/seal': ({ vault }) => {
    vault.seal.sealed = true;
    return done;
  },
};
const rights = 'path "auth/token/lookup-self" { capabilities = ["read"] }';

/** What a new Vault holds. */
export const firstDocuments = (): [string, JsonObject][] => [
  ['sys/auth/token', newMount('token', {})],
  ['sys/policies/acl/default', { name: 'default', policy: rights }],
  ['sys/policies/acl/root', { name: 'root', policy: '' }],
];

function newMount(type: string, given: JsonObject): JsonObject {
  const accessor = `${type}_${randomBytes(4).toString('hex')}`;
  const { description = '', options = null } = given;
  return { type, accessor, description, options, uuid: randomUUID() };
}

const system = (data: JsonObject) => answer(data, data);

function read({ vault, path, segments }: Call): WireReply {
  const found = vault.documents.get(path);
  const isMount = path.startsWith('sys/mounts/');
  refuseIf(!found && isMount, `No secret engine mount at ${segments[0]}/`);
  if (!found) throw refusal(404);
  return path.startsWith('sys/') ? system(found) : answer(found);
}

function keep({ vault, path }: Call, document: JsonObject): WireReply {
  vault.documents.set(path, document);
  return done;
}

function listMounts({ vault, path }: Call): WireReply {
  const all = [...vault.documents].filter(([it]) => it.startsWith(`${path}/`));
  const start = path.length + 1;
  const named = all.map(([it, data]) => [`${it.slice(start)}/`, data]);
  return system(Object.fromEntries(named));
}

function mount(call: Call): WireReply {
  const { vault, path, segments, body } = call;
  const [kind, place] = segments;
  const { version } = objectOf(body.options);
  const wanted = `${kind} ${body.type} ${version ?? ''}`;
  const isTune = path.endsWith('/tune');
  if (isTune || !/^(mounts kv 2|auth kubernetes )$/.test(wanted)) {
    throw notPlayed(`a mount like this (${wanted} at ${place})`);
  }
  const taken = [...vault.documents.keys()]
    .find(it => it.startsWith(`${path}/`) || `${path}/`.startsWith(`${it}/`))
    ?.slice(`sys/${kind}/`.length);
  refuseIf(taken, `path is already in use at ${taken}/`);
  return keep(call, newMount(textOf(body.type), body));
}

function unmount({ vault, path, segments }: Call): WireReply {
  vault.documents.delete(path);
  const home = `${segments[0]}/`;
  const its = [...vault.keys.keys()].filter(it => it.startsWith(home));
  its.forEach(it => vault.keys.delete(it));
  return done;
}

/** The reviewer's token can be written, never read. */
function readConfig({ vault, path }: Call): WireReply {
  const { token_reviewer_jwt: jwt, ...rest } = vault.documents.get(path) ?? {};
  return answer({ ...rest, token_reviewer_jwt_set: Boolean(jwt) });
}

function writePolicy(call: Call): WireReply {
  const policy = textOf(call.body.policy);
  parsePolicy(policy);
  return keep(call, { name: call.segments[0], policy });
}

function writeRole(call: Call): WireReply {
  const role = mapFields(call.body, (value, field) => {
    const isList = /_(policies|aliases|names|namespaces)$/.test(field);
    if (isList) return textsOf(value);
    return /_(period|ttl)$/.test(field) ? secondsOf(value) : value;
  });
  const usual = { orphan: false, renewable: true, token_period: 0 };
  return keep(call, { ...usual, ...role, name: call.segments[0] });
}

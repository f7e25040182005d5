import { JsonObject, objectOf, textOf } from '../wire/json';
import { WireReply } from '../wire/serve';
import { answer, done, notPlayed, refusal } from './answers';
import { parsePolicy } from './policyText';
import { Call, KubernetesAuth, Mount, newMount, Route } from './vault';

/** `sys/seal`, `sys/mounts`, `sys/auth` and `sys/policies/acl`. */
export const systemRoutes: Route[] = [
  { path: /^sys\/seal$/, on: { write: close } },
  { path: /^sys\/mounts$/, on: { read: ({ vault }) => listed(vault.mounts) } },
  { path: /^sys\/mounts\/(.+?)\/?$/, on: { read: readMount, write: mount } },
  { path: /^sys\/auth$/, on: { read: ({ vault }) => listed(vault.auth) } },
  { path: /^sys\/auth\/([^/]+)$/, on: { read: readAuth, write: enableAuth } },
  { path: /^sys\/policies\/acl\/?$/, on: { list: listPolicies } },
  {
    path: /^sys\/policies\/acl\/([^/]+)$/,
    on: { read: readPolicy, write: writePolicy, delete: deletePolicy },
  },
];

function close({ vault }: Call): WireReply {
  vault.seal.close();
  return done;
}

function shown({ content, ...mount }: Mount): JsonObject {
  const config = {
    default_lease_ttl: 0,
    force_no_cache: false,
    max_lease_ttl: 0,
  };
  return { ...mount, config, local: false, seal_wrap: false };
}

function listed(mounts: Map<string, Mount>): WireReply {
  const data = [...mounts].map(([path, it]) => [`${path}/`, shown(it)]);
  return answer(Object.fromEntries(data), { sys: true });
}

function readMount({ vault, segments: [path] }: Call): WireReply {
  const found = vault.mounts.get(path);
  if (!found) throw refusal(400, `No secret engine mount at ${path}/`);
  return answer(shown(found), { sys: true });
}

function mount({ vault, segments: [path], body }: Call): WireReply {
  const options = objectOf(body.options);
  if (path.endsWith('/tune')) throw notPlayed('the tuning of mounts');
  const isV2 = body.type === 'kv' && options.version === '2';
  if (!isV2 && body.type !== 'kv-v2') {
    throw notPlayed(`secrets engines but KV version 2 (${body.type})`);
  }
  const taken = [...vault.mounts.keys()].find(
    it => `${it}/`.startsWith(`${path}/`) || `${path}/`.startsWith(`${it}/`),
  );
  if (taken) throw refusal(400, `path is already in use at ${taken}/`);
  const given = { ...body, options: { ...options, version: '2' } };
  const content = { config: {}, keys: new Map() };
  vault.mounts.set(path, newMount('kv', content, given));
  return done;
}

function readAuth({ vault, segments: [path] }: Call): WireReply {
  const found = vault.auth.get(path);
  if (!found) throw refusal(400, `No auth engine at ${path}/`);
  return answer(shown(found), { sys: true });
}

function enableAuth({ vault, segments: [path], body }: Call): WireReply {
  if (body.type !== 'kubernetes') {
    throw notPlayed(`auth methods but kubernetes (${body.type})`);
  }
  if (vault.auth.has(path)) {
    throw refusal(400, `path is already in use at ${path}/`);
  }
  const content: KubernetesAuth = { config: {}, roles: new Map() };
  vault.auth.set(path, newMount('kubernetes', content, body));
  return done;
}

function listPolicies({ vault }: Call): WireReply {
  return answer({ keys: [...vault.policies.keys()].sort() }, { sys: true });
}

function readPolicy({ vault, segments: [name] }: Call): WireReply {
  const policy = vault.policies.get(name.toLowerCase());
  if (policy === undefined) throw refusal(404);
  return answer({ name: name.toLowerCase(), policy }, { sys: true });
}

function writePolicy({ vault, segments: [name], body }: Call): WireReply {
  const policy = textOf(body.policy);
  parsePolicy(policy);
  vault.policies.set(name.toLowerCase(), policy);
  return done;
}

function deletePolicy({ vault, segments: [name] }: Call): WireReply {
  vault.policies.delete(name.toLowerCase());
  return done;
}

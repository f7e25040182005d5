import { objectOf, textOf } from '../wire/json';
import { WireReply } from '../wire/serve';
import { answer, done, notPlayed, refusal, refuseIf } from './answers';
import { parsePolicy } from './policy';
import { Call, Mount, newMount, Routes } from './vault';

/** `sys/seal`, `sys/mounts`, `sys/auth` and `sys/policies/acl`. */
export const systemRoutes: Routes = {
  'write sys/seal': close,
  'read sys/mounts': ({ vault }) => list(vault.mounts),
  'read sys/mounts/(.+?)/?': readMount,
  'write sys/mounts/(.+?)/?': mount,
  'read sys/auth': ({ vault }) => list(vault.auth),
  'write sys/auth/([^/]+)': enableAuth,
  'read sys/policies/acl/([^/]+)': readPolicy,
  'write sys/policies/acl/([^/]+)': writePolicy,
};

function close({ vault }: Call): WireReply {
  vault.seal.sealed = true;
  return done;
}

function list(mounts: Map<string, Mount>): WireReply {
  const all = [...mounts].map(([path, { shown }]) => [`${path}/`, shown]);
  const data = Object.fromEntries(all);
  return answer(data, data);
}

function readMount({ vault, segments: [path] }: Call): WireReply {
  const found = vault.mounts.get(path);
  if (!found) throw refusal(400, `No secret engine mount at ${path}/`);
  return answer(found.shown, found.shown);
}

function mount({ vault, segments: [path], body }: Call): WireReply {
  const isV2 = body.type === 'kv' && objectOf(body.options).version === '2';
  if (!isV2 || path.endsWith('/tune')) {
    throw notPlayed(`mounts but new ones of KV version 2 (${path})`);
  }
  const overlaps = (its: string) =>
    `${its}/`.startsWith(`${path}/`) || `${path}/`.startsWith(`${its}/`);
  const taken = [...vault.mounts.keys()].find(overlaps);
  refuseIf(taken, `path is already in use at ${taken}/`);
  vault.mounts.set(path, newMount('kv', body));
  return done;
}

function enableAuth({ vault, segments: [path], body }: Call): WireReply {
  if (body.type !== 'kubernetes') throw notPlayed(`auth method ${body.type}`);
  refuseIf(vault.auth.has(path), `path is already in use at ${path}/`);
  vault.auth.set(path, newMount('kubernetes', body));
  return done;
}

function readPolicy({ vault, segments }: Call): WireReply {
  const name = segments[0].toLowerCase();
  const policy = vault.policies.get(name);
  if (policy === undefined) throw refusal(404);
  return answer({ name, policy });
}

function writePolicy({ vault, segments, body }: Call): WireReply {
  const policy = textOf(body.policy);
  parsePolicy(policy);
  vault.policies.set(segments[0].toLowerCase(), policy);
  return done;
}

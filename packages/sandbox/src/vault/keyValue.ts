import { JsonObject, listOf, objectOf } from '../wire/json';
import { WireReply } from '../wire/serve';
import { answer, done, noRoute, notPlayed, refusal, refuseIf } from './answers';
import { Call, Routes, SecretKey } from './vault';

/** The paths of KV version 2. */
export const keyValueRoutes: Routes = {
  'read (.+?)/data/(.+)': readSecret,
  'write (.+?)/data/(.+)': writeSecret,
  'delete (.+?)/data/(.+)': softDelete,
  'write (.+?)/delete/(.+)': softDelete,
  'write (.+?)/undelete/(.+)': call =>
    changeVersions(call, 'undelete', { deletion_time: '', deleted_by: null }),
  'write (.+?)/destroy/(.+)': call =>
    changeVersions(call, 'destroy', { destroyed: true }),
  'read (.+?)/metadata/(.+)': readMetadata,
  'list (.+?)/metadata/?(.*)': listKeys,
  'delete (.+?)/metadata/(.+)': deleteKey,
  'read (.+)/config': readConfig,
};

const config = {
  cas_required: false,
  delete_version_after: '0s',
  max_versions: 0,
};

/** The keys of the mount that a path is in, by full name. */
function mounted({ vault, segments, path }: Call): Map<string, SecretKey> {
  const isThere = vault.documents.has(`sys/mounts/${segments[0]}`);
  if (!isThere) throw noRoute(path);
  return vault.keys;
}

export const nameOf = ({ segments }: Call) => segments.join('/');

function mustFind(call: Call): SecretKey {
  const key = mounted(call).get(nameOf(call));
  if (!key) throw refusal(404);
  return key;
}

/** Who did it, as Vault 1.21 notes it in the metadata. */
function attribution({ token }: Call, operation: string): JsonObject {
  const { display_name: actor, entity_id, accessor } = token;
  const who = entity_id ? { entity_id } : {};
  return { actor, operation, ...who, client_id: entity_id || accessor };
}

function readSecret(call: Call): WireReply {
  const { metadata, versions } = mustFind(call);
  const asked = call.query.get('version') ?? metadata.current_version;
  const version = versions.get(Number(asked));
  if (!version) throw refusal(404);
  const { created_by, deleted_by, ...stamp } = version.stamp;
  const gone = Boolean(stamp.destroyed || stamp.deletion_time);
  const shown = { ...stamp, version: Number(asked), custom_metadata: null };
  const data = gone ? null : version.data;
  const { body } = answer({ data, metadata: shown });
  return { status: gone ? 404 : 200, body };
}

function writeSecret(call: Call): WireReply {
  const { body, vault } = call;
  refuseIf(!body.data, 'no data provided');
  if (body.options) throw notPlayed('options of a write (check-and-set)');
  const keys = mounted(call);
  const created_time = vault.now().toISOString();
  const known = keys.get(nameOf(call));
  const empty = { ...config, created_time, current_version: 0 };
  const key = known ?? { metadata: empty, versions: new Map() };
  const version = Number(key.metadata.current_version) + 1;
  const by = attribution(call, known ? 'update' : 'create');
  const stamp = { created_time, deletion_time: '', destroyed: false };
  const noted = { ...stamp, created_by: by, deleted_by: null };
  key.versions.set(version, { stamp: noted, data: objectOf(body.data) });
  const changes = { current_version: version, updated_time: created_time };
  Object.assign(key.metadata, changes, { last_updated_by: by });
  keys.set(nameOf(call), key);
  return answer({ ...stamp, version, custom_metadata: null });
}

/** Changes the versions that the body names, or the latest. */
function changeVersions(call: Call, operation: string, change: JsonObject) {
  const { metadata, versions } = mustFind(call);
  const named = listOf(call.body.versions).map(Number);
  const latest = [Number(metadata.current_version)];
  for (const number of named.length > 0 ? named : latest) {
    const version = versions.get(number);
    if (version) Object.assign(version.stamp, change);
    if (version && change.destroyed) version.data = null;
  }
  metadata.last_updated_by = attribution(call, operation);
  return done;
}

function softDelete(call: Call): WireReply {
  const deletion_time = call.vault.now().toISOString();
  const deleted_by = attribution(call, 'delete');
  return changeVersions(call, 'delete', { deletion_time, deleted_by });
}

function readMetadata(call: Call): WireReply {
  const { metadata, versions } = mustFind(call);
  const stamps = [...versions].map(([number, { stamp }]) => [number, stamp]);
  const rest = { custom_metadata: null, oldest_version: 0 };
  const all = { versions: Object.fromEntries(stamps) };
  return answer({ ...metadata, ...rest, ...all });
}

function deleteKey(call: Call): WireReply {
  mounted(call).delete(nameOf(call));
  return done;
}

function listKeys(call: Call): WireReply {
  const folder = nameOf(call).replace(/\/?$/, '/');
  const names = [...mounted(call).keys()].filter(it => it.startsWith(folder));
  if (names.length === 0) throw refusal(404);
  const next = names.map(it => it.slice(folder.length).replace(/\/.*/, '/'));
  return answer({ keys: [...new Set(next)].sort() });
}

function readConfig(call: Call): WireReply {
  mounted(call);
  return answer(config);
}

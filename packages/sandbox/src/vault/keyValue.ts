import { JsonObject, listOf, objectOf } from '../wire/json';
import { WireReply } from '../wire/serve';
import { answer, done, noRoute, notPlayed, refusal, refuseIf } from './answers';
import { Call, Routes, SecretKey } from './vault';

const unlimited = { delete_version_after: '0s', max_versions: 0 };
const config = { cas_required: false, ...unlimited };

/** The paths of KV version 2. */
export const keyValueRoutes: Routes = {
  'read (.+?)/data/(.+)': readSecret,
  'write (.+?)/data/(.+)': writeSecret,
  'delete (.+?)/data/(.+)': softDelete,
  'write (.+?)/destroy/(.+)': destroy,
  'read (.+?)/metadata/(.+)': readMetadata,
  'list (.+?)/metadata/?(.*)': listKeys,
  'delete (.+?)/metadata/(.+)': deleteKey,
  'read (.+)/config': call => answer(keysFor(call) && config),
};
const custom_metadata = null;
export const nameOf = ({ segments }: Call) => segments.join('/');

/** All keys by full name, if the path is in a mount. */
function keysFor({ vault, segments, path }: Call): Map<string, SecretKey> {
  if (!vault.documents.has(`sys/mounts/${segments[0]}`)) throw noRoute(path);
  return vault.keys;
}

function mustFind(call: Call): SecretKey {
  const key = keysFor(call).get(nameOf(call));
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
  const version = Number(call.query.get('version') ?? metadata.current_version);
  const found = versions.get(version);
  if (!found) throw refusal(404);
  const { created_by, deleted_by, ...stamp } = found.stamp;
  const gone = Boolean(stamp.destroyed || stamp.deletion_time);
  const shown = { ...stamp, version, custom_metadata };
  const data = { data: gone ? null : found.data, metadata: shown };
  return { ...answer(data), status: gone ? 404 : 200 };
}

function writeSecret(call: Call): WireReply {
  const { body, vault } = call;
  refuseIf(nameOf(call).endsWith('/'), "cannot write to a path ending in '/'");
  refuseIf(!body.data, 'no data provided');
  if (body.options) throw notPlayed('options of a write (check-and-set)');
  const keys = keysFor(call);
  const created_time = vault.now().toISOString();
  const known = keys.get(nameOf(call));
  const counts = { current_version: 0, oldest_version: 0 };
  const empty = { ...config, ...counts, custom_metadata, created_time };
  const key = known ?? { metadata: empty, versions: new Map() };
  const version = Number(key.metadata.current_version) + 1;
  const created_by = attribution(call, known ? 'update' : 'create');
  const times = { created_time, deletion_time: '', destroyed: false };
  const stamp = { ...times, created_by, deleted_by: null };
  key.versions.set(version, { stamp, data: objectOf(body.data) });
  const changes = { current_version: version, updated_time: created_time };
  Object.assign(key.metadata, changes, { last_updated_by: created_by });
  keys.set(nameOf(call), key);
  return answer({ ...times, version, custom_metadata });
}

function destroy(call: Call): WireReply {
  const numbers = listOf(call.body.versions).map(Number);
  refuseIf(numbers.length === 0, 'no version number provided');
  const versions = keysFor(call).get(nameOf(call))?.versions;
  const stamps = numbers.map(it => versions?.get(it)?.stamp ?? {});
  for (const stamp of stamps) stamp.destroyed = true;
  return done;
}

function softDelete(call: Call): WireReply {
  const key = keysFor(call).get(nameOf(call));
  const latest = key?.versions.get(Number(key.metadata.current_version));
  const deletion_time = call.vault.now().toISOString();
  const deleted_by = attribution(call, 'delete');
  if (latest) Object.assign(latest.stamp, { deletion_time, deleted_by });
  if (key) key.metadata.last_updated_by = deleted_by;
  return done;
}

function readMetadata(call: Call): WireReply {
  const { metadata, versions } = mustFind(call);
  const stamps = [...versions].map(([number, { stamp }]) => [number, stamp]);
  return answer({ ...metadata, versions: Object.fromEntries(stamps) });
}

function deleteKey(call: Call): WireReply {
  keysFor(call).delete(nameOf(call));
  return done;
}

function listKeys(call: Call): WireReply {
  const folder = nameOf(call).replace(/\/?$/, '/');
  const names = [...keysFor(call).keys()].filter(it => it.startsWith(folder));
  if (names.length === 0) throw refusal(404);
  const next = names.map(it => it.slice(folder.length).replace(/\/.*/, '/'));
  return answer({ keys: [...new Set(next)].sort() });
}

import { JsonObject, listOf, objectOf } from '../wire/json';
import { WireReply } from '../wire/serve';
import { answer, done, noRoute, refusal, refuseIf } from './answers';
import { Call, Mount, Routes, SecretKey } from './vault';

/** The paths of KV version 2. */
export const keyValueRoutes: Routes = {
  'read (.+?)/data/(.+)': readSecret,
  'write (.+?)/data/(.+)': writeSecret,
  'delete (.+?)/data/(.+)': softDelete,
  'write (.+?)/delete/(.+)': softDelete,
  'write (.+?)/undelete/(.+)': undelete,
  'write (.+?)/destroy/(.+)': destroy,
  'read (.+?)/metadata/(.+)': readMetadata,
  'list (.+?)/metadata/?(.*)': listKeys,
  'delete (.+?)/metadata/(.+)': deleteKey,
  'read (.+)/config': readConfig,
  'write (.+)/config': writeConfig,
};

export const keyExists = ({ vault, segments: [mount, name] }: Call) =>
  Boolean(vault.mounts.get(mount)?.keys.has(name));

function engineOf({ vault, segments, path }: Call): Mount {
  const mount = vault.mounts.get(segments[0]);
  if (!mount) throw noRoute(path);
  return mount;
}

function mustFind(call: Call): SecretKey {
  const key = engineOf(call).keys.get(call.segments[1]);
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
  const data = gone ? null : version.data;
  const { body } = answer({ data, metadata: stamp });
  return { status: gone ? 404 : 200, body };
}

function writeSecret(call: Call): WireReply {
  const { body, vault, segments } = call;
  const { config, keys } = engineOf(call);
  const created_time = vault.now().toISOString();
  const known = keys.get(segments[1]);
  const empty = { ...newMetadata, created_time };
  const key = known ?? { metadata: empty, versions: new Map() };
  const current = Number(key.metadata.current_version);
  const { cas } = objectOf(body.options);
  const check = 'check-and-set parameter';
  const unchecked = cas === undefined;
  refuseIf(!body.data, 'no data provided');
  refuseIf(unchecked && config.cas_required, `${check} required for this call`);
  refuseIf(
    !unchecked && cas !== current,
    `${check} did not match the current version`,
  );
  const by = attribution(call, known ? 'update' : 'create');
  const version = current + 1;
  const state = { deletion_time: '', destroyed: false, custom_metadata: null };
  const shown = { created_time, ...state, version };
  const stamp = { ...shown, created_by: by, deleted_by: null };
  key.versions.set(version, { stamp, data: objectOf(body.data) });
  key.versions.delete(version - (Number(config.max_versions) || 10));
  const changes = { current_version: version, updated_time: created_time };
  Object.assign(key.metadata, changes, { last_updated_by: by });
  keys.set(segments[1], key);
  return answer(shown);
}

const newMetadata = {
  cas_required: false,
  current_version: 0,
  custom_metadata: null,
  delete_version_after: '0s',
  max_versions: 0,
  oldest_version: 0,
};

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

function undelete(call: Call): WireReply {
  const change = { deletion_time: '', deleted_by: null };
  return changeVersions(call, 'undelete', change);
}

function destroy(call: Call): WireReply {
  refuseIf(!call.body.versions, 'no version number provided');
  return changeVersions(call, 'destroy', { destroyed: true });
}

function readMetadata(call: Call): WireReply {
  const { metadata, versions } = mustFind(call);
  const stamps = [...versions].map(([number, { stamp }]) => {
    const { version, custom_metadata, ...shown } = stamp;
    return [number, shown];
  });
  return answer({ ...metadata, versions: Object.fromEntries(stamps) });
}

function deleteKey(call: Call): WireReply {
  engineOf(call).keys.delete(call.segments[1]);
  return done;
}

function listKeys(call: Call): WireReply {
  const folder = call.segments[1].replace(/([^/])$/, '$1/');
  const names = [...engineOf(call).keys.keys()];
  const below = names.filter(name => name.startsWith(folder));
  if (below.length === 0) throw refusal(404);
  const next = below.map(it => it.slice(folder.length).replace(/\/.*/, '/'));
  return answer({ keys: [...new Set(next)].sort() });
}

function readConfig(call: Call): WireReply {
  const usual = { cas_required: false, delete_version_after: '0s' };
  return answer({ ...usual, max_versions: 0, ...engineOf(call).config });
}

function writeConfig(call: Call): WireReply {
  Object.assign(engineOf(call).config, call.body);
  return done;
}

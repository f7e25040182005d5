import { JsonObject, listOf, objectOf } from '../wire/json';
import { WireReply } from '../wire/serve';
import { answer, done, noRoute, notPlayed, refusal } from './answers';
import { Call, KeyValue, Route, SecretKey, SecretVersion } from './vault';

const paths = (area: string) =>
  new RegExp(`^((?:[^/]+/)*?[^/]+)/${area}/(.+)$`);

/** The paths of KV version 2. */
export const keyValueRoutes: Route[] = [
  {
    path: paths('data'),
    on: { read: readSecret, write: writeSecret, delete: softDelete },
    exists: call => findKey(call) !== undefined,
  },
  {
    path: /^(.+)\/metadata(?:\/(.*))?$/,
    on: {
      read: readMetadata,
      list: listKeys,
      write: writeMetadata,
      delete: deleteKey,
    },
    exists: call => findKey(call) !== undefined,
  },
  { path: paths('delete'), on: { write: softDelete } },
  { path: paths('undelete'), on: { write: undelete } },
  { path: paths('destroy'), on: { write: destroy } },
  { path: /^(.+)\/config$/, on: { read: readConfig, write: writeConfig } },
];

function engineOf({ vault, segments, path }: Call): KeyValue {
  const mount = vault.mounts.get(segments[0]);
  if (!mount) throw noRoute(path);
  return mount.content;
}

function findKey(call: Call): SecretKey | undefined {
  return engineOf(call).keys.get(call.segments[1]);
}

function mustFind(call: Call): SecretKey {
  const key = findKey(call);
  if (!key) throw refusal(404);
  return key;
}

/** Who did it, as Vault 1.21 writes it into the metadata. */
function attribution({ token }: Call, operation: string): JsonObject {
  const client_id = token.entityId || token.accessor;
  const entity = token.entityId ? { entity_id: token.entityId } : {};
  return { actor: token.displayName, operation, client_id, ...entity };
}

function readSecret(call: Call): WireReply {
  const key = mustFind(call);
  const number = Number(call.query.get('version')) || key.current;
  const version = key.versions.get(number);
  if (!version) throw refusal(404);
  const gone = version.destroyed || version.deletionTime !== '';
  const data = gone ? null : version.data;
  const metadata = stampOf(key, version, number);
  return answer({ data, metadata }, { status: gone ? 404 : 200 });
}

function stampOf(key: SecretKey, version: SecretVersion, number: number) {
  return {
    created_time: version.createdTime,
    custom_metadata: key.settings.custom_metadata ?? null,
    deletion_time: version.deletionTime,
    destroyed: version.destroyed,
    version: number,
  };
}

function writeSecret(call: Call): WireReply {
  const { body, vault, segments } = call;
  const engine = engineOf(call);
  if (!body.data) throw refusal(400, 'no data provided');
  const known = findKey(call);
  const { cas } = objectOf(body.options);
  const casRequired =
    known?.settings.cas_required || engine.config.cas_required;
  if (cas === undefined && casRequired) {
    throw refusal(400, 'check-and-set parameter required for this call');
  }
  if (cas !== undefined && cas !== (known?.current ?? 0)) {
    throw refusal(
      400,
      'check-and-set parameter did not match the current version',
    );
  }
  const createdTime = vault.now().toISOString();
  const createdBy = attribution(call, known ? 'update' : 'create');
  const key = known ?? newKey(createdTime, createdBy);
  key.current += 1;
  Object.assign(key, { updatedTime: createdTime, lastUpdatedBy: createdBy });
  const version: SecretVersion = {
    data: objectOf(body.data),
    createdTime,
    deletionTime: '',
    destroyed: false,
    createdBy,
    deletedBy: null,
  };
  key.versions.set(key.current, version);
  const kept = Number(key.settings.max_versions || engine.config.max_versions);
  key.versions.delete(key.current - (kept || 10));
  engine.keys.set(segments[1], key);
  return answer(stampOf(key, version, key.current));
}

function newKey(time: string, by: JsonObject): SecretKey {
  return {
    createdTime: time,
    updatedTime: time,
    lastUpdatedBy: by,
    settings: {},
    current: 0,
    versions: new Map(),
  };
}

/** Applies `change` to the versions named in the body, or to the latest. */
function changeVersions(
  call: Call,
  operation: string,
  change: (version: SecretVersion, by: JsonObject) => void,
): WireReply {
  const key = mustFind(call);
  const by = attribution(call, operation);
  const named = listOf(call.body.versions).map(Number);
  for (const number of named.length > 0 ? named : [key.current]) {
    const version = key.versions.get(number);
    if (version) change(version, by);
  }
  key.lastUpdatedBy = by;
  return done;
}

function softDelete(call: Call): WireReply {
  const deletionTime = call.vault.now().toISOString();
  return changeVersions(call, 'delete', (version, deletedBy) =>
    Object.assign(version, { deletionTime, deletedBy }),
  );
}

function undelete(call: Call): WireReply {
  return changeVersions(call, 'undelete', version =>
    Object.assign(version, { deletionTime: '', deletedBy: null }),
  );
}

function destroy(call: Call): WireReply {
  return changeVersions(call, 'destroy', version =>
    Object.assign(version, { data: null, destroyed: true }),
  );
}

function readMetadata(call: Call): WireReply {
  const key = mustFind(call);
  const versions = [...key.versions].map(([number, version]) => [
    number,
    {
      created_time: version.createdTime,
      deletion_time: version.deletionTime,
      destroyed: version.destroyed,
      created_by: version.createdBy,
      deleted_by: version.deletedBy,
    },
  ]);
  return answer({
    cas_required: false,
    custom_metadata: null,
    delete_version_after: '0s',
    max_versions: 0,
    ...key.settings,
    created_time: key.createdTime,
    updated_time: key.updatedTime,
    last_updated_by: key.lastUpdatedBy,
    current_version: key.current,
    oldest_version: 0,
    versions: Object.fromEntries(versions),
  });
}

function writeMetadata(call: Call): WireReply {
  const settings = { ...mustFind(call).settings, ...call.body };
  mustFind(call).settings = settings;
  return done;
}

function deleteKey(call: Call): WireReply {
  engineOf(call).keys.delete(call.segments[1]);
  return done;
}

function listKeys(call: Call): WireReply {
  const folder = (call.segments[1] ?? '').replace(/\/?$/, '/');
  const prefix = folder === '/' ? '' : folder;
  const below = [...engineOf(call).keys.keys()]
    .filter(name => name.startsWith(prefix))
    .map(name => name.slice(prefix.length).replace(/\/.*/, '/'));
  if (below.length === 0) throw refusal(404);
  return answer({ keys: [...new Set(below)].sort() });
}

function readConfig(call: Call): WireReply {
  const { config } = engineOf(call);
  const usual = { cas_required: false, delete_version_after: '0s' };
  return answer({ ...usual, max_versions: 0, ...config });
}

function writeConfig(call: Call): WireReply {
  if (call.body.delete_version_after) {
    throw notPlayed('keys that delete themselves (delete_version_after)');
  }
  Object.assign(engineOf(call).config, call.body);
  return done;
}

import { randomUUID } from 'node:crypto';
import { at, JsonObject, objectOf, textOf } from '../wire/json';
import { resourceOf, Stored } from './resources';
import { Change, ObjectStore } from './store';

const [claims, volumes] = ['PersistentVolumeClaim', 'PersistentVolume'].map(
  kind => resourceOf(kind),
);
const withStatus = (object: Stored, changes: JsonObject): Stored => {
  return { ...object, status: { ...objectOf(object.status), ...changes } };
};

/**
 * What the controller manager does for claims: binds one to the volume made for it,
 * releases the volume of one that is gone, and says that a class is missing.
 */
export function bindVolumes(store: ObjectStore) {
  store.follow(0, change => {
    const { resource, object, before, gone } = change;
    if (resource === volumes && !before && !gone) bind(store, object);
    if (resource === claims && gone) release(store, object);
    if (resource === claims && !before) explain(store, change);
  });
}

function bind(store: ObjectStore, volume: Stored) {
  const { claimRef, capacity, accessModes } = objectOf(volume.spec);
  const [namespace, name] = ['namespace', 'name'].map(it =>
    textOf(at(claimRef, it)),
  );
  const claim = store.get(claims, namespace, name);
  if (!claim || claim.metadata.uid !== at(claimRef, 'uid')) return;
  const completed = { 'pv.kubernetes.io/bind-completed': 'yes' };
  const annotations = { ...objectOf(claim.metadata.annotations), ...completed };
  const metadata = { ...claim.metadata, annotations };
  const spec = { ...objectOf(claim.spec), volumeName: volume.metadata.name };
  const status = { phase: 'Bound', capacity, accessModes };
  store.put(claims, withStatus({ ...claim, metadata, spec }, status));
  store.put(volumes, withStatus(volume, { phase: 'Bound' }));
}

function release(store: ObjectStore, claim: Stored) {
  const name = textOf(at(claim.spec, 'volumeName'));
  const volume = store.get(volumes, '', name);
  if (volume) store.put(volumes, withStatus(volume, { phase: 'Released' }));
}

function explain(store: ObjectStore, { object }: Change) {
  const missing = textOf(at(object.spec, 'storageClassName'));
  if (!missing || store.get(resourceOf('StorageClass'), '', missing)) return;
  const { name, namespace, uid } = object.metadata;
  const metadata = { name: `${name}.${randomUUID()}`, namespace };
  const involvedObject = { kind: claims.kind, name, namespace, uid };
  const message = `storageclass.storage.k8s.io "${missing}" not found`;
  const said = { type: 'Warning', reason: 'ProvisioningFailed', message };
  store.put(resourceOf('Event'), {
    metadata,
    involvedObject,
    ...said,
    count: 1,
  });
}

import { at, objectOf, textOf } from '../wire/json';
import { resourceOf, Stored } from './resources';
import { ObjectStore } from './store';

/** What the controller manager does: binds claims, and releases their volumes. */
export function bindVolumes(store: ObjectStore) {
  const volumes = resourceOf('PersistentVolume');
  store.follow(0, ({ resource, object, before, gone }) => {
    const { kind } = resource;
    if (kind === volumes.kind && !before) bind(store, object);
    if (kind !== 'PersistentVolumeClaim') return;
    const name = textOf(at(object.spec, 'volumeName'));
    const volume = gone && store.get(volumes, '', name);
    const status = { phase: 'Released' };
    if (volume) store.put(volumes, { ...volume, status });
  });
}

function bind(store: ObjectStore, volume: Stored) {
  const { claimRef, capacity, accessModes } = objectOf(volume.spec);
  const claims = resourceOf('PersistentVolumeClaim');
  const { namespace, name, uid } = objectOf(claimRef);
  const claim = store.get(claims, textOf(namespace), textOf(name));
  if (!claim || claim.metadata.uid !== uid) return;
  const spec = { ...objectOf(claim.spec), volumeName: volume.metadata.name };
  const status = { phase: 'Bound', capacity, accessModes };
  store.put(claims, { ...claim, spec, status });
  const phase = { phase: 'Bound' };
  store.put(resourceOf('PersistentVolume'), { ...volume, status: phase });
}

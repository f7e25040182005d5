import { randomUUID } from 'node:crypto';
import { at, fill, JsonObject, objectOf, textFieldsOf } from '../wire/json';
import template from './persistent-volume.json';

export const [finalizer] = template.metadata.finalizers;
const ofCsi = 'csi.storage.k8s.io/';
/** The volume Ceph CSI would make for a class (ceph-csi internal/util/volid.go). */
export function newVolume(storageClass: JsonObject) {
  const parameters = textFieldsOf(storageClass.parameters);
  const { clusterID, pool, fsName } = parameters;
  const image = `csi-vol-${randomUUID()}`;
  const length = clusterID.length.toString(16).padStart(4, '0');
  const location = `${clusterID}-${'2'.padStart(16, '0')}`;
  const made = fsName ? { subvolumeName: image } : { imageName: image };
  const isAsked = ([name]: string[]) => !name.startsWith(ofCsi);
  const asked = Object.entries(parameters).filter(isAsked);
  const by = { 'storage.kubernetes.io/csiProvisionerIdentity': 'sandbox' };
  const attributes = { ...Object.fromEntries(asked), ...made, ...by };
  return {
    handle: `0001-${length}-${location}-${image.slice(8)}`,
    image: `${pool}/${image}`,
    attributes: fsName ? attributes : { ...attributes, journalPool: pool },
  };
}

/** The PersistentVolume external-provisioner makes for a claim. */
export function persistentVolumeFor(
  { metadata, spec }: JsonObject,
  storageClass: JsonObject,
  { handle, attributes }: ReturnType<typeof newVolume>,
): JsonObject {
  const parameters = Object.entries(textFieldsOf(storageClass.parameters));
  const secrets = parameters.map(([name, it]) => [name.replace(ofCsi, ''), it]);
  const volume = fill(template, {
    ...Object.fromEntries(secrets),
    ...textFieldsOf(storageClass),
    ...textFieldsOf(spec),
    ...textFieldsOf(metadata),
    storage: textFieldsOf(at(spec, 'resources', 'requests')).storage,
    storageClass: textFieldsOf(storageClass.metadata).name,
    driver: textFieldsOf(storageClass).provisioner,
    handle,
  });
  const made = objectOf(at(volume, 'spec'));
  const csi = { ...objectOf(made.csi), volumeAttributes: attributes };
  const { accessModes } = objectOf(spec);
  return { ...objectOf(volume), spec: { ...made, accessModes, csi } };
}

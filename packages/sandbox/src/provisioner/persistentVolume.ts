import { randomUUID } from 'node:crypto';
import { at, JsonObject, objectOf, textFieldsOf, textOf } from '../wire/json';

export const finalizer = 'external-provisioner.volume.kubernetes.io/finalizer';

/** The volume Ceph CSI would make for a class (ceph-csi internal/util/volid.go). */
export function newVolume(storageClass: JsonObject) {
  const parameters = textFieldsOf(storageClass.parameters);
  const { clusterID, pool, fsName } = parameters;
  const uuid = randomUUID();
  const length = clusterID.length.toString(16).padStart(4, '0');
  const location = '2'.padStart(16, '0');
  const made = fsName
    ? { subvolumeName: `csi-vol-${uuid}` }
    : { imageName: `csi-vol-${uuid}`, journalPool: pool };
  const isAttribute = ([name]: [string, string]) =>
    !name.startsWith('csi.storage.k8s.io/');
  const identity = `sandbox-${storageClass.provisioner}`;
  return {
    handle: `0001-${length}-${clusterID}-${location}-${uuid}`,
    image: `${pool}/csi-vol-${uuid}`,
    attributes: {
      ...Object.fromEntries(Object.entries(parameters).filter(isAttribute)),
      ...made,
      'storage.kubernetes.io/csiProvisionerIdentity': identity,
    },
  };
}

/** The Secret that a class names for one of its uses. */
export function secretOf(storageClass: JsonObject, use: string) {
  const parameters = textFieldsOf(storageClass.parameters);
  const key = `csi.storage.k8s.io/${use}-secret`;
  const name = parameters[`${key}-name`];
  return name && { name, namespace: parameters[`${key}-namespace`] };
}

/** The PersistentVolume external-provisioner makes for a claim. */
export function persistentVolumeFor(
  claim: JsonObject,
  storageClass: JsonObject,
  { handle, attributes }: ReturnType<typeof newVolume>,
): JsonObject {
  const { name, namespace, uid, resourceVersion } = objectOf(claim.metadata);
  const { provisioner: driver, parameters } = storageClass;
  const { accessModes, resources, volumeMode } = objectOf(claim.spec);
  const secret = secretOf(storageClass, 'provisioner');
  const deletion = 'volume.kubernetes.io/provisioner-deletion-secret';
  const annotations = {
    'pv.kubernetes.io/provisioned-by': driver,
    [`${deletion}-name`]: secret && secret.name,
    [`${deletion}-namespace`]: secret && secret.namespace,
  };
  const claimed = { name, namespace, uid, resourceVersion };
  const csi = {
    driver,
    volumeHandle: handle,
    volumeAttributes: attributes,
    fsType: at(parameters, 'csi.storage.k8s.io/fstype'),
    nodeStageSecretRef: secretOf(storageClass, 'node-stage'),
    controllerExpandSecretRef: secretOf(storageClass, 'controller-expand'),
  };
  const apiVersion = 'v1';
  return {
    apiVersion,
    kind: 'PersistentVolume',
    metadata: { name: `pvc-${uid}`, annotations, finalizers: [finalizer] },
    spec: {
      accessModes,
      capacity: at(resources, 'requests'),
      claimRef: { apiVersion, kind: 'PersistentVolumeClaim', ...claimed },
      csi,
      persistentVolumeReclaimPolicy: textOf(storageClass.reclaimPolicy),
      storageClassName: at(storageClass, 'metadata', 'name'),
      volumeMode,
    },
  };
}

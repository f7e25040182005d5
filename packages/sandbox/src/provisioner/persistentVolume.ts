import { randomUUID } from 'node:crypto';
import { at, JsonObject, objectOf, textFieldsOf, textOf } from '../wire/json';

export const finalizer = 'external-provisioner.volume.kubernetes.io/finalizer';

/** The volume Ceph CSI would make for a class (ceph-csi internal/util/volid.go). */
export function newVolume(storageClass: JsonObject) {
  const parameters = textFieldsOf(storageClass.parameters);
  const { clusterID, pool, fsName } = parameters;
  const uuid = randomUUID();
  const length = clusterID.length.toString(16).padStart(4, '0');
  const image = `csi-vol-${uuid}`;
  const made = fsName
    ? { subvolumeName: image }
    : { imageName: image, journalPool: pool };
  const asked = Object.entries(parameters).filter(
    ([name]) => !name.startsWith('csi.storage.k8s.io/'),
  );
  const identity = `sandbox-${storageClass.provisioner}`;
  return {
    handle: `0001-${length}-${clusterID}-${'2'.padStart(16, '0')}-${uuid}`,
    image: `${pool}/${image}`,
    attributes: {
      ...Object.fromEntries(asked),
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
  const namespace = parameters[`${key}-namespace`];
  return name ? { name, namespace } : undefined;
}

/** The PersistentVolume external-provisioner makes for a claim. */
export function persistentVolumeFor(
  claim: JsonObject,
  storageClass: JsonObject,
  { handle, attributes }: ReturnType<typeof newVolume>,
): JsonObject {
  const { name, namespace, uid } = objectOf(claim.metadata);
  const { provisioner: driver, parameters, reclaimPolicy } = storageClass;
  const { accessModes, resources, volumeMode } = objectOf(claim.spec);
  const secret = secretOf(storageClass, 'provisioner');
  const deletion = 'volume.kubernetes.io/provisioner-deletion-secret';
  const annotations = {
    'pv.kubernetes.io/provisioned-by': driver,
    [`${deletion}-name`]: secret?.name,
    [`${deletion}-namespace`]: secret?.namespace,
  };
  const csi = {
    driver,
    volumeHandle: handle,
    volumeAttributes: attributes,
    fsType: at(parameters, 'csi.storage.k8s.io/fstype'),
    nodeStageSecretRef: secretOf(storageClass, 'node-stage'),
    controllerExpandSecretRef: secretOf(storageClass, 'controller-expand'),
  };
  const [apiVersion, kind] = ['v1', 'PersistentVolumeClaim'];
  const claimRef = { apiVersion, kind, name, namespace, uid };
  const metadata = { name: `pvc-${uid}`, annotations, finalizers: [finalizer] };
  const spec = {
    ...{ accessModes, capacity: at(resources, 'requests'), claimRef, csi },
    persistentVolumeReclaimPolicy: textOf(reclaimPolicy) || 'Delete',
    storageClassName: at(storageClass, 'metadata', 'name'),
    volumeMode,
  };
  return { apiVersion, kind: 'PersistentVolume', metadata, spec };
}

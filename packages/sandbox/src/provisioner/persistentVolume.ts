import { at, JsonObject, objectOf, textFieldsOf, textOf } from '../wire/json';

/** What Ceph CSI made: the handle that names the volume and its key, and the attributes. */
export interface Volume {
  handle: string;
  attributes: Record<string, string>;
}

const secretPrefix = 'csi.storage.k8s.io/';
export const finalizer = 'external-provisioner.volume.kubernetes.io/finalizer';

/** The volume Ceph CSI would make of a class's parameters (ceph-csi internal/util/volid.go). */
export function newVolume(
  driver: string,
  parameters: Record<string, string>,
  uuid: string,
): Volume {
  const { clusterID = '' } = parameters;
  const length = clusterID.length.toString(16).padStart(4, '0');
  const pool = '2'.padStart(16, '0');
  const asked = Object.entries(parameters).filter(
    ([name]) => !name.startsWith(secretPrefix),
  );
  const made: Record<string, string> = driver.endsWith('rbd.csi.ceph.com')
    ? { imageName: `csi-vol-${uuid}`, journalPool: parameters.pool }
    : { subvolumeName: `csi-vol-${uuid}` };
  const attributes = {
    ...Object.fromEntries(asked),
    ...made,
    'storage.kubernetes.io/csiProvisionerIdentity': `sandbox-${driver}`,
  };
  return { handle: `0001-${length}-${clusterID}-${pool}-${uuid}`, attributes };
}

/** A reference to a Secret that a class names for one of its uses. */
export function secretOf(parameters: Record<string, string>, use: string) {
  const name = parameters[`${secretPrefix}${use}-secret-name`];
  const namespace = parameters[`${secretPrefix}${use}-secret-namespace`];
  return name ? { name, namespace } : undefined;
}

/** The PersistentVolume external-provisioner makes for a claim. */
export function persistentVolumeFor(
  claim: JsonObject,
  storageClass: JsonObject,
  { handle, attributes }: Volume,
): JsonObject {
  const { name, namespace, uid, resourceVersion } = objectOf(claim.metadata);
  const driver = textOf(storageClass.provisioner);
  const parameters = textFieldsOf(storageClass.parameters);
  const deletion = secretOf(parameters, 'provisioner');
  const annotation = 'volume.kubernetes.io/provisioner-deletion-secret';
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: {
      name: `pvc-${uid}`,
      annotations: {
        'pv.kubernetes.io/provisioned-by': driver,
        [`${annotation}-name`]: deletion?.name,
        [`${annotation}-namespace`]: deletion?.namespace,
      },
      finalizers: [finalizer],
    },
    spec: {
      accessModes: at(claim, 'spec', 'accessModes'),
      capacity: at(claim, 'spec', 'resources', 'requests'),
      claimRef: {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        name,
        namespace,
        uid,
        resourceVersion,
      },
      csi: {
        driver,
        volumeHandle: handle,
        volumeAttributes: attributes,
        fsType: parameters[`${secretPrefix}fstype`],
        nodeStageSecretRef: secretOf(parameters, 'node-stage'),
        controllerExpandSecretRef: secretOf(parameters, 'controller-expand'),
      },
      persistentVolumeReclaimPolicy:
        textOf(storageClass.reclaimPolicy) || 'Delete',
      storageClassName: at(storageClass, 'metadata', 'name'),
      volumeMode: at(claim, 'spec', 'volumeMode'),
    },
  };
}

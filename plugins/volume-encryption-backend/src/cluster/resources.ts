import {
  requireDnsLabel,
  requireDnsSubdomain,
  VolumeEncryptionError,
  type ObjectKind,
} from 'backstage-plugin-volume-encryption-common';

/** Where objects of a kind are in the Kubernetes API. */
export interface Resource {
  kind: ObjectKind;
  /** The kind's name in the API, where it is another. */
  apiKind?: string;
  apiVersion: string;
  /** Plural name, as in paths and in RBAC. */
  name: string;
  namespaced: boolean;
  /** Of older installations, with the same fields; listed where the one above is not there. */
  formerVersion?: string;
  /** Whose CRDs a cluster must have for it; absent for Kubernetes' own kinds. */
  crdsOf?: string;
}

const ofSnapshotter = {
  apiVersion: 'snapshot.storage.k8s.io/v1',
  crdsOf: 'the CSI snapshot controller (kubernetes-csi/external-snapshotter)',
};

const ofCsiAddons = {
  apiVersion: 'csiaddons.openshift.io/v1alpha1',
  crdsOf: 'csi-addons (csi-addons/kubernetes-csi-addons)',
};

/** Of the Kubernetes API at 1.37; no other kinds are read or written. */
const resources: Resource[] = [
  inNamespace('PersistentVolumeClaim', 'persistentvolumeclaims'),
  ofCluster('PersistentVolume', 'persistentvolumes'),
  {
    ...ofCluster('StorageClass', 'storageclasses'),
    apiVersion: 'storage.k8s.io/v1',
  },
  inNamespace('Pod', 'pods'),
  inNamespace('Event', 'events'),
  ofCluster('Namespace', 'namespaces'),
  inNamespace('ConfigMap', 'configmaps'),
  inNamespace('ServiceAccount', 'serviceaccounts'),
  inNamespace('Secret', 'secrets'),
  { ...inNamespace('Deployment', 'deployments'), apiVersion: 'apps/v1' },
  { ...inNamespace('DaemonSet', 'daemonsets'), apiVersion: 'apps/v1' },
  { ...inNamespace('Job', 'jobs'), apiVersion: 'batch/v1' },
  ofCluster('Node', 'nodes'),
  { ...inNamespace('VolumeSnapshot', 'volumesnapshots'), ...ofSnapshotter },
  {
    ...ofCluster('VolumeSnapshotContent', 'volumesnapshotcontents'),
    ...ofSnapshotter,
  },
  {
    ...ofCluster('VolumeSnapshotClass', 'volumesnapshotclasses'),
    ...ofSnapshotter,
  },
  {
    ...inNamespace('EncryptionKeyRotationJob', 'encryptionkeyrotationjobs'),
    ...ofCsiAddons,
  },
  {
    ...inNamespace(
      'EncryptionKeyRotationCronJob',
      'encryptionkeyrotationcronjobs',
    ),
    ...ofCsiAddons,
  },
  {
    ...ofCluster('VolumeAttachment', 'volumeattachments'),
    apiVersion: 'storage.k8s.io/v1',
  },
  inNamespace('ResourceQuota', 'resourcequotas'),
  inNamespace('LimitRange', 'limitranges'),
  { ...ofCluster('CSIDriver', 'csidrivers'), apiVersion: 'storage.k8s.io/v1' },
  { ...ofCluster('CSINode', 'csinodes'), apiVersion: 'storage.k8s.io/v1' },
  {
    ...inNamespace('LonghornVolume', 'volumes'),
    apiKind: 'Volume',
    apiVersion: 'longhorn.io/v1beta2',
    // The only one of Longhorn 1.2, which was the first that encrypts.
    formerVersion: 'longhorn.io/v1beta1',
    crdsOf: 'Longhorn (longhorn/longhorn-manager)',
  },
  {
    ...inNamespace('TridentVolume', 'tridentvolumes'),
    apiVersion: 'trident.netapp.io/v1',
    crdsOf: 'Trident (NetApp/trident)',
  },
  {
    ...inNamespace('ZFSVolume', 'zfsvolumes'),
    apiVersion: 'zfs.openebs.io/v1',
    crdsOf: 'ZFS-LocalPV (openebs/zfs-localpv)',
  },
  {
    ...inNamespace('CephCluster', 'cephclusters'),
    apiVersion: 'ceph.rook.io/v1',
    crdsOf: 'Rook (rook/rook)',
  },
  {
    ...inNamespace('StorageCluster', 'storageclusters'),
    apiVersion: 'ocs.openshift.io/v1',
    crdsOf: 'OpenShift Data Foundation (red-hat-storage/ocs-operator)',
  },
  {
    ...inNamespace('DiskPool', 'diskpools'),
    // Former versions do not tell of encryption.
    apiVersion: 'openebs.io/v1beta3',
    crdsOf: 'OpenEBS Mayastor (openebs/mayastor-control-plane)',
  },
];

function inNamespace(kind: ObjectKind, name: string): Resource {
  return { kind, apiVersion: 'v1', name, namespaced: true };
}

function ofCluster(kind: ObjectKind, name: string): Resource {
  return { kind, apiVersion: 'v1', name, namespaced: false };
}

/** The resource of a kind; throws `invalid-input` for a kind that is not used. */
export function resourceOf(kind: string, apiVersion?: string): Resource {
  const found = resources.find(resource => resource.kind === kind);
  if (!found || (apiVersion ?? found.apiVersion) !== found.apiVersion) {
    throw new VolumeEncryptionError(
      'invalid-input',
      'An object of this kind and apiVersion is neither read nor written here.',
      { field: 'kind' },
    );
  }
  return found;
}

/**
 * Checks namespace and name before they become part of a path: an empty name,
 * "." and ".." would address the whole collection, or what is above it.
 * Throws `invalid-input`.
 */
export function requirePlace(
  resource: Resource,
  { namespace, name }: { namespace?: string; name: string },
): void {
  if (resource.namespaced) requireDnsLabel('namespace', namespace ?? '');
  else if (namespace) {
    throw new VolumeEncryptionError(
      'invalid-input',
      `A ${resource.kind} is in no namespace: leave "namespace" out.`,
      { field: 'namespace' },
    );
  }
  const check =
    resource.kind === 'Namespace' ? requireDnsLabel : requireDnsSubdomain;
  check('name', name);
}

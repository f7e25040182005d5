import type { StorageClassRequest } from '../contract/api';
import type { CephDriver } from '../driver/cephDriver';
import type { Manifest } from '../kubernetes/objects';
import { OUR_LABELS } from './ownership';

/** What a class of this kind has that the other kind has not. */
interface ClassKind {
  parameters(pool: string): Record<string, string>;
  /** The Secrets that Rook makes. */
  provisionerSecret: string;
  nodeSecret: string;
}

/** Parameters: ceph-csi `examples/{rbd,cephfs}/storageclass.yaml`. */
const KINDS: Readonly<Record<CephDriver['id'], ClassKind>> = {
  'ceph-rbd': {
    // Every kernel's rbd module has layering; the other features are not sure.
    parameters: pool => ({
      pool,
      imageFeatures: 'layering',
      'csi.storage.k8s.io/fstype': 'ext4',
    }),
    provisionerSecret: 'rook-csi-rbd-provisioner',
    nodeSecret: 'rook-csi-rbd-node',
  },
  cephfs: {
    parameters: fsName => ({ fsName }),
    provisionerSecret: 'rook-csi-cephfs-provisioner',
    nodeSecret: 'rook-csi-cephfs-node',
  },
};

/** A StorageClass as it is written. */
export interface StorageClassManifest extends Manifest {
  provisioner: string;
  parameters: Record<string, string>;
  reclaimPolicy: 'Delete' | 'Retain';
  volumeBindingMode: 'Immediate' | 'WaitForFirstConsumer';
}

/**
 * The class of a request. `encrypted` is the text "true" and the connection is
 * named, so every volume has a key of its own; both are copied to the volume.
 */
export function storageClassManifest(
  request: StorageClassRequest,
  driver: CephDriver,
): StorageClassManifest {
  const kind = KINDS[driver.id];
  return {
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: { name: request.name, labels: { ...OUR_LABELS } },
    provisioner: request.provisioner,
    parameters: {
      clusterID: request.clusterId,
      ...kind.parameters(request.pool),
      encrypted: 'true',
      encryptionKMSID: request.kmsId,
      ...secretParameters(request, kind),
    },
    reclaimPolicy: request.reclaimPolicy ?? 'Delete',
    volumeBindingMode: request.bindingMode ?? 'Immediate',
    allowVolumeExpansion: true,
  };
}

function secretParameters(
  request: StorageClassRequest,
  kind: ClassKind,
): Record<string, string> {
  const provisioner = request.provisionerSecret ?? kind.provisionerSecret;
  const secrets = {
    provisioner,
    'controller-expand': provisioner,
    'node-stage': request.nodeSecret ?? kind.nodeSecret,
  };
  return Object.fromEntries(
    Object.entries(secrets).flatMap(([use, name]) => [
      [`csi.storage.k8s.io/${use}-secret-name`, name],
      [`csi.storage.k8s.io/${use}-secret-namespace`, request.secretNamespace],
    ]),
  );
}

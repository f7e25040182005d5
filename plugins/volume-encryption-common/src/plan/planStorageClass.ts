import type { Reason, StorageClassRequest } from '../contract/api';
import { VolumeEncryptionError } from '../contract/errors';
import type { CephDriver } from '../driver/cephDriver';
import { cephDriverOf } from '../driver/driverProfiles';
import type { EncryptionAsked } from '../driver/encryptionAsked';
import { fileEncryptionProblem } from '../kmsConnection/fileEncryption';
import type { KmsConnection } from '../kmsConnection/kmsConnection';
import {
  requireCephClusterId,
  requireCephName,
  requireConfigMapKey,
  requireDnsLabel,
  requireDnsSubdomain,
} from '../kubernetes/names';
import type { ConfigMap, StorageClass } from '../kubernetes/objects';
import type { Observed } from '../observation/observed';
import { freezePlan } from './freezePlan';
import { requireOurs, titleOf } from './ownership';
import type { Plan } from './plan';
import { planNote } from './planNotes';
import { requireUsableConnection } from './requireUsableConnection';
import {
  type StorageClassManifest,
  storageClassManifest,
} from './storageClassManifest';

/** What the cluster holds now. @public */
export interface StorageClassState {
  /** The ConfigMap of KMS connections that Ceph CSI reads. */
  connections: Observed<ConfigMap | undefined>;
  /** The class of the requested name. */
  existing?: StorageClass;
}

/**
 * An encrypted class for Ceph CSI RBD or CephFS. Throws `invalid-input`,
 * `unknown-connection`, `not-ours` for a class that we did not make, and
 * `conflict` for one of ours that is different, because Kubernetes does not let
 * a class be changed.
 *
 * @public
 */
export function planStorageClass(
  request: StorageClassRequest,
  state: StorageClassState,
): Plan {
  requireNames(request);
  const driver = requireCephDriver(request.provisioner);
  const { connection, notes } = requireUsableConnection(
    state.connections,
    request.kmsId,
  );
  const manifest = storageClassManifest(request, driver);
  requirePassphrase(connection, driver.readEncryption(manifest.parameters));
  requireOurs(state.existing);
  if (state.existing) {
    requireSameClass(state.existing, manifest);
  }
  return freezePlan({
    operation: 'storage-class',
    steps: [
      {
        kind: 'apply',
        id: 'storage-class',
        title: `StorageClass ${request.name}`,
        change: state.existing ? 'none' : 'create',
        cluster: request.cluster,
        manifest,
      },
    ],
    notes: [...notes, ...driverNotes(driver)],
  });
}

function requireNames(request: StorageClassRequest): void {
  requireDnsLabel('cluster', request.cluster);
  requireDnsSubdomain('name', request.name);
  requireConfigMapKey('kmsId', request.kmsId);
  if (request.kmsId === 'default') {
    throw new VolumeEncryptionError(
      'invalid-input',
      'kmsId "default" is Ceph CSI\'s word for one passphrase that all volumes share. Name a KMS connection.',
      { field: 'kmsId' },
    );
  }
  requireDnsSubdomain('provisioner', request.provisioner);
  requireCephClusterId('clusterId', request.clusterId);
  requireCephName('pool', request.pool);
  requireDnsLabel('secretNamespace', request.secretNamespace);
  for (const field of ['provisionerSecret', 'nodeSecret'] as const) {
    const name = request[field];
    if (name !== undefined) {
      requireDnsSubdomain(field, name);
    }
  }
}

function requireCephDriver(provisioner: string): CephDriver {
  const driver = cephDriverOf(provisioner);
  if (!driver) {
    throw new VolumeEncryptionError(
      'invalid-input',
      `provisioner "${provisioner}" is not a Ceph CSI driver. Use one that ends in rbd.csi.ceph.com or cephfs.csi.ceph.com.`,
      { field: 'provisioner' },
    );
  }
  return driver;
}

function requirePassphrase(
  connection: KmsConnection,
  { encryption }: EncryptionAsked,
): void {
  const problem =
    encryption === 'file' ? fileEncryptionProblem(connection) : undefined;
  if (!problem) return;
  throw new VolumeEncryptionError('invalid-input', problem.message, {
    field: 'kmsId',
  });
}

function requireSameClass(
  existing: StorageClass,
  wanted: StorageClassManifest,
): void {
  const names = new Set([
    ...Object.keys(existing.parameters),
    ...Object.keys(wanted.parameters),
  ]);
  const differences = [...names]
    .filter(name => existing.parameters[name] !== wanted.parameters[name])
    .sort();
  if (existing.provisioner !== wanted.provisioner) {
    differences.push('provisioner');
  }
  if (existing.reclaimPolicy !== wanted.reclaimPolicy) {
    differences.push('reclaimPolicy');
  }
  if (existing.bindingMode !== wanted.volumeBindingMode) {
    differences.push('volumeBindingMode');
  }
  if (differences.length > 0) {
    throw new VolumeEncryptionError(
      'conflict',
      `${titleOf(existing)} exists and differs in: ${differences.join(', ')}. A class cannot be changed; choose another name.`,
      { field: 'name' },
    );
  }
}

/** Sources: Rook's documentation; ceph-csi #6334 and #6344, mended in 3.17.1. */
const FILE_ENCRYPTION_LIMITS = planNote(
  'file-encryption-limits',
  'warning',
  'CephFS encrypts files on the node: mounts need Linux 6.6 or later, and with a Vault also Ceph CSI 3.17.1 or later.',
);

function driverNotes(driver: CephDriver): Reason[] {
  return driver.id === 'cephfs' ? [FILE_ENCRYPTION_LIMITS] : [];
}

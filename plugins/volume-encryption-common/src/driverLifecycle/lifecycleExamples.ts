import type { DriverId } from '../driver/driverId';
import type { LifecycleVolume } from './driverLifecycle';

const inVault: LifecycleVolume = {
  encryption: 'block',
  keptIn: 'vault',
  byTenant: true,
  removal: { destroys: true, version: 'v2' },
  classAsks: 'encrypted',
};

const inSecret: LifecycleVolume = {
  encryption: 'other',
  keptIn: 'secret',
  classAsks: 'encrypted',
};

const unseen: LifecycleVolume = {
  encryption: 'unknown',
  keptIn: 'unknown',
  classAsks: 'unknown',
};

const plain: LifecycleVolume = {
  encryption: 'none',
  keptIn: 'none',
  classAsks: 'none',
};

/** The volume by which `docs/lifecycle.md` tells of each driver that we know. */
export const LIFECYCLE_EXAMPLES: Partial<Record<DriverId, LifecycleVolume>> = {
  'ceph-rbd': inVault,
  cephfs: { ...inVault, encryption: 'file' },
  longhorn: inSecret,
  trident: inSecret,
  portworx: { ...inSecret, keptIn: 'unknown' },
  scaleway: inSecret,
  linode: inSecret,
  hetzner: inSecret,
  'aws-ebs': unseen,
  'gce-pd': { ...inSecret, keptIn: 'provider' },
  'azure-disk': { ...inSecret, keptIn: 'kms' },
  cinder: unseen,
  vsphere: unseen,
  'oci-block': { ...inSecret, keptIn: 'provider' },
  'openebs-zfs': { ...inSecret, keptIn: 'node' },
  topolvm: plain,
  'openebs-lvm': plain,
  'host-path': plain,
};

/** The places where Ceph CSI keeps keys, by their names in that page. */
export const CEPH_EXAMPLES: Record<string, LifecycleVolume> = {
  'Vault, KV v2': inVault,
  'Vault, KV v2, `vaultDestroyKeys` not `"true"`': {
    ...inVault,
    removal: { destroys: false, version: 'v2' },
  },
  'Vault, KV v1': {
    ...inVault,
    removal: { destroys: false, version: 'v1' },
  },
  'Azure Key Vault': { ...inVault, keptIn: 'key-vault' },
  'wrapped by a KMS': { ...inVault, keptIn: 'with-volume' },
  'one passphrase of the class': { ...inVault, keptIn: 'shared-secret' },
  'not encrypted': { ...plain },
};

import type { Protection } from '../contract/api';
import type { DriverId } from '../driver/driverId';
import { testMeta } from '../kubernetes/testObjects';
import type { VendorObject } from '../kubernetes/vendorObjects';

/** A volume that is encrypted, and what alone says so. */
export interface EncryptedExample {
  id: DriverId;
  verdict: Protection['verdict'];
  driver: string;
  attributes: Record<string, string>;
  vendorObject?: VendorObject;
  attachmentMetadata?: Record<string, string>;
  /** The attribute that is the evidence, where one is. */
  evidence?: string;
}

const meta = testMeta({ name: 'pvc-1', namespace: '' });
const customer = 'volume/customer-key';
const provider = 'volume/provider-key';

/** Of every profile that can say "encrypted", with the least that makes it so. */
export const encryptedExamples: readonly EncryptedExample[] = [
  byAttribute('ceph-rbd', 'rook-ceph.rbd.csi.ceph.com', 'encrypted'),
  byAttribute('cephfs', 'rook-ceph.cephfs.csi.ceph.com', 'encrypted'),
  byAttribute('portworx', 'pxd.portworx.com', 'secure'),
  {
    ...byAttribute('hpe', 'csi.hpe.com', 'hostEncryption'),
    attributes: {
      hostEncryption: 'true',
      hostEncryptionSecretName: 'luks',
      hostEncryptionSecretNamespace: 'hpe-storage',
    },
  },
  byAttribute('storageos', 'csi.storageos.com', 'storageos.com/encryption'),
  byAttribute('scaleway', 'csi.scaleway.com', 'encrypted'),
  byAttribute(
    'linode',
    'linodebs.csi.linode.com',
    'linodebs.csi.linode.com/luks-encrypted',
  ),
  byAttribute('outscale', 'bsu.csi.outscale.com', 'encrypted'),
  byAttribute('simplyblock', 'csi.simplyblock.io', 'encryption'),
  {
    ...byAttribute(
      'alibaba-disk',
      'diskplugin.csi.alibabacloud.com',
      'encrypted',
    ),
    verdict: provider,
  },
  {
    id: 'longhorn',
    verdict: customer,
    driver: 'driver.longhorn.io',
    attributes: {},
    vendorObject: { kind: 'LonghornVolume', meta, encrypted: true },
  },
  {
    id: 'trident',
    verdict: customer,
    driver: 'csi.trident.netapp.io',
    attributes: {},
    vendorObject: { kind: 'TridentVolume', meta, luksEncryption: 'true' },
  },
  {
    id: 'trident',
    verdict: provider,
    driver: 'csi.trident.netapp.io',
    attributes: {},
    vendorObject: { kind: 'TridentVolume', meta, encryption: 'true' },
  },
  {
    id: 'trident',
    verdict: customer,
    driver: 'csi.trident.netapp.io',
    attributes: {},
    attachmentMetadata: { LUKSEncryption: 'true' },
  },
  {
    id: 'openebs-zfs',
    verdict: customer,
    driver: 'zfs.csi.openebs.io',
    attributes: {},
    vendorObject: {
      kind: 'ZFSVolume',
      meta,
      encryption: 'aes-256-gcm',
      poolName: 'tank',
      state: 'Ready',
    },
  },
  byFloor('gce-pd', 'pd.csi.storage.gke.io'),
  byFloor('gce-filestore', 'filestore.csi.storage.gke.io'),
  byFloor('azure-disk', 'disk.csi.azure.com'),
  byFloor('azure-file', 'file.csi.azure.com'),
  byFloor('ibm-vpc-block', 'vpc.block.csi.ibm.io'),
  byFloor('oci-block', 'blockvolume.csi.oraclecloud.com'),
  byFloor('oci-fss', 'fss.csi.oraclecloud.com'),
  byFloor('oci-lustre', 'lustre.csi.oraclecloud.com'),
  byFloor('digitalocean', 'dobs.csi.digitalocean.com'),
  { ...byFloor('pure', 'pure-csi'), verdict: 'infrastructure-only' },
];

function byAttribute(
  id: DriverId,
  driver: string,
  evidence: string,
): EncryptedExample {
  const attributes = { [evidence]: 'true' };
  return { id, verdict: customer, driver, attributes, evidence };
}

/** The service encrypts all: that the driver made it is the evidence. */
function byFloor(id: DriverId, driver: string): EncryptedExample {
  return { id, verdict: provider, driver, attributes: {} };
}

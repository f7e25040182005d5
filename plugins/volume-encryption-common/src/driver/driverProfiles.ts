import { alibabaDisk } from './alibabaDisk';
import { awsEbs } from './awsEbs';
import { awsEfs } from './awsEfs';
import { azureDisk } from './azureDisk';
import { azureFile } from './azureFile';
import type { CephDriver } from './cephDriver';
import { cephFs } from './cephFs';
import { cephInTree } from './cephInTree';
import { cephRbd } from './cephRbd';
import { cinder } from './cinder';
import { dell } from './dell';
import { digitalOcean } from './digitalOcean';
import type { DriverProfile } from './driverProfile';
import { ephemeral } from './ephemeral';
import { filestore } from './filestore';
import { gcePd } from './gcePd';
import { hetzner } from './hetzner';
import { hitachi } from './hitachi';
import { hostPath } from './hostPath';
import { hpe } from './hpe';
import { ibmSpectrumScale } from './ibmSpectrumScale';
import { ibmVpcBlock } from './ibmVpcBlock';
import { linode } from './linode';
import { linstor } from './linstor';
import { local } from './local';
import { longhorn } from './longhorn';
import { nfs } from './nfs';
import { ociBlock } from './ociBlock';
import { ociFss } from './ociFss';
import { ociLustre } from './ociLustre';
import { ondat } from './ondat';
import { openebsHostpath } from './openebsHostpath';
import { openebsLvm } from './openebsLvm';
import { openebsMayastor } from './openebsMayastor';
import { openebsZfs } from './openebsZfs';
import { outscale } from './outscale';
import { portworx } from './portworx';
import { pure } from './pure';
import { scaleway } from './scaleway';
import { secretsStore } from './secretsStore';
import { simplyblock } from './simplyblock';
import { smb } from './smb';
import { topolvm } from './topolvm';
import { trident } from './trident';
import { upcloud } from './upcloud';
import { vsphere } from './vsphere';

const cephDrivers: readonly CephDriver[] = [cephRbd, cephFs];

/** Every profile; those of Ceph CSI first, then by how they encrypt. @public */
export const DRIVER_PROFILES: readonly DriverProfile[] = [
  ...cephDrivers,
  cephInTree,
  // LUKS or the like on the node, with a passphrase that the customer gave.
  ...[trident, longhorn, portworx, hpe, ondat, scaleway, linode, outscale],
  ...[hetzner, simplyblock, openebsZfs],
  // The service or array encrypts, always or when asked.
  ...[awsEbs, awsEfs, gcePd, filestore, azureDisk, azureFile, ibmVpcBlock],
  ...[ociBlock, ociFss, ociLustre, digitalOcean, upcloud, alibabaDisk, cinder],
  ...[vsphere, linstor, openebsMayastor, ibmSpectrumScale, dell, pure, hitachi],
  // No encryption of their own, or none that could be seen.
  ...[nfs, smb, hostPath, local, openebsHostpath, openebsLvm, topolvm],
  ...[secretsStore, ephemeral],
];

/**
 * The profile of a CSI driver, a provisioner or an in-tree source
 * (`spec.<source>`) by its name, if we know it.
 *
 * @public
 */
export function driverProfileOf(name: string): DriverProfile | undefined {
  return DRIVER_PROFILES.find(profile => profile.matches(name));
}

/**
 * The driver of Ceph CSI of that name, whose keys can be followed to a KMS.
 *
 * @public
 */
export function cephDriverOf(driverName: string): CephDriver | undefined {
  return cephDrivers.find(driver => driver.matches(driverName));
}

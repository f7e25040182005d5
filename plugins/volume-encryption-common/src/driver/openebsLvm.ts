import { STAYS_ON_NODE, unencrypted } from './answers';
import type { DriverProfile } from './driverProfile';
import { named } from './named';

const EVIDENCE =
  'LVM-LocalPV makes a plain logical volume and has no encryption to offer. Whether the disks of the node are encrypted is not read here.';

/** OpenEBS LVM-LocalPV (openebs/lvm-localpv): no encryption in its source. */
export const openebsLvm: DriverProfile = {
  id: 'openebs-lvm',
  title: 'OpenEBS LVM-LocalPV',
  matches: named('local.csi.openebs.io'),
  readClass: () => ({ asks: 'none', why: EVIDENCE }),
  readVolume: () => unencrypted(EVIDENCE),
  readInFlight: () => STAYS_ON_NODE,
  mountProvesEncryption: false,
  encrypts: 'below',
  copies: 'A copy is as unencrypted as its source.',
  copyRecord: 'holds',
  knowledge: {
    read: 'That the driver made the volume.',
    highestGrade: 'E2',
    holder: 'Nobody; there is no key.',
    never: 'Whether the disks of the node are encrypted.',
    settledBy: 'cryptsetup status on the node.',
  },
};

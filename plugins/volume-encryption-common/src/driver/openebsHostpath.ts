import { STAYS_ON_NODE, unencrypted } from './answers';
import type { DriverProfile } from './driverProfile';
import { named } from './named';

const EVIDENCE =
  'It is a directory or device of the node, made without encryption of its own. Whether the disks of the node are encrypted is not read here.';

/**
 * OpenEBS Local PV Hostpath and Device (openebs/dynamic-localpv-provisioner):
 * PersistentVolumes of the source `local` or `hostPath`, no encryption.
 */
export const openebsHostpath: DriverProfile = {
  id: 'openebs-hostpath',
  title: 'OpenEBS Local PV Hostpath',
  matches: named('openebs.io/local'),
  readClass: () => ({ asks: 'none', why: EVIDENCE }),
  readVolume: () => unencrypted(EVIDENCE, 'source'),
  readInFlight: () => STAYS_ON_NODE,
  mountProvesEncryption: false,
  encrypts: 'below',
  copies: 'The provisioner makes no copies.',
  copyRecord: 'holds',
  knowledge: {
    read: 'The provisioner and the kind of source.',
    highestGrade: 'E2',
    holder: 'Nobody; there is no key.',
    never: 'Whether the disks of the node are encrypted.',
    settledBy: 'cryptsetup status on the node.',
  },
};

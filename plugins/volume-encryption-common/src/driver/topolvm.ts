import { STAYS_ON_NODE, unencrypted } from './answers';
import type { DriverProfile } from './driverProfile';
import { named } from './named';

const EVIDENCE =
  'TopoLVM makes a plain logical volume and has no encryption to offer. Whether the disks of the node are encrypted is not read here.';

/**
 * TopoLVM, and LVMS of OpenShift, which deploys it under the same name
 * (topolvm/topolvm; openshift/lvm-operator): no encryption in its source.
 */
export const topolvm: DriverProfile = {
  id: 'topolvm',
  title: 'TopoLVM and LVMS',
  matches: named('topolvm.io', 'topolvm.cybozu.com'),
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
    never:
      'Whether the disks of the node are encrypted (MachineConfig luks, machine images).',
    settledBy: 'cryptsetup status on the node.',
  },
};

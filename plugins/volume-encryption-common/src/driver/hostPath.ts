import { STAYS_ON_NODE, unencrypted } from './answers';
import type { DriverProfile } from './driverProfile';
import { named } from './named';

const EVIDENCE =
  'The kubelet mounts a directory of the node as it is. Whether the disks of the node are encrypted is not read here.';

/**
 * A volume of the source `hostPath` (kubernetes `pkg/volume/hostpath`): a bind
 * mount, which encrypts nothing, whoever wrote the volume.
 */
export const hostPath: DriverProfile = {
  id: 'host-path',
  title: 'hostPath',
  matches: named('spec.hostPath', 'kubernetes.io/host-path'),
  readClass: () => ({ asks: 'none', why: EVIDENCE }),
  readVolume: () => unencrypted(EVIDENCE, 'source'),
  readInFlight: () => STAYS_ON_NODE,
  mountProvesEncryption: false,
  encrypts: 'below',
  copies: 'There are no copies.',
  copyRecord: 'holds',
  knowledge: {
    read: 'The kind of source.',
    highestGrade: 'E2',
    holder: 'Nobody; there is no key.',
    never: 'Whether the disks of the node are encrypted.',
    settledBy: 'cryptsetup status on the node.',
  },
};

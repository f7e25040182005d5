import { STAYS_ON_NODE, unencrypted } from './answers';
import type { DriverProfile } from './driverProfile';
import { named } from './named';

const EVIDENCE =
  'The kubelet mounts a directory or device of the node as it is. Whether the disks of the node are encrypted is not read here.';

/**
 * A volume of the source `local` (kubernetes `pkg/volume/local`), and those of
 * rancher.io/local-path (rancher/local-path-provisioner `provisioner.go`: sources
 * `hostPath` or `local`): no encryption in either source.
 */
export const local: DriverProfile = {
  id: 'local',
  title: 'Local volumes',
  matches: named(
    'spec.local',
    'rancher.io/local-path',
    'kubernetes.io/no-provisioner',
  ),
  readClass: () => ({ asks: 'none', why: EVIDENCE }),
  readVolume: () => unencrypted(EVIDENCE, 'source'),
  readInFlight: () => STAYS_ON_NODE,
  mountProvesEncryption: false,
  encrypts: 'below',
  copies: 'There are no copies.',
  copyRecord: 'holds',
  knowledge: {
    read: 'The kind of source, and the provisioner.',
    highestGrade: 'E2',
    holder: 'Nobody; there is no key.',
    never: 'Whether the disks of the node are encrypted.',
    settledBy: 'cryptsetup status on the node.',
  },
};

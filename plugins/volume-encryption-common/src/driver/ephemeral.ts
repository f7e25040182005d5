import { asksNothing, nothingRecorded, STAYS_ON_NODE } from './answers';
import type { DriverProfile } from './driverProfile';
import { named } from './named';

const WHY =
  'It is made for one pod and ends with it; no record of it is kept that could be read.';

/**
 * Inline ephemeral volumes of CSI drivers (the examples of kubernetes-csi:
 * hostpath.csi.k8s.io, inline.storage.kubernetes.io) and the image populator. A
 * generic ephemeral volume is none of these: it has a claim, and is judged by
 * the driver of its class.
 */
export const ephemeral: DriverProfile = {
  id: 'ephemeral',
  title: 'Inline ephemeral volumes',
  matches: named(
    'inline.storage.kubernetes.io',
    'hostpath.csi.k8s.io',
    'image.csi.k8s.io',
    'csi.sharedresource.openshift.io',
    'csi.cert-manager.io',
    'csi.spiffe.io',
  ),
  readClass: () => asksNothing(WHY),
  readVolume: () => nothingRecorded(WHY),
  readInFlight: () => STAYS_ON_NODE,
  mountProvesEncryption: false,
  encrypts: 'below',
  copies: 'There are no copies.',
  copyRecord: 'holds',
  knowledge: {
    read: 'Nothing; inline volumes have no claim.',
    highestGrade: 'E0',
    holder: 'Nobody that is known.',
    never: 'Anything of the volume, once its pod has ended.',
    settledBy:
      'Whether the disks of the node are encrypted: cryptsetup status.',
  },
};

import { asksNothing, nothingRecorded, STAYS_ON_NODE } from './answers';
import type { DriverProfile } from './driverProfile';
import { named } from './named';

const WHY =
  'It mounts secrets of another store into the memory of the node, so there is no volume to encrypt.';

/**
 * Secrets Store CSI driver (kubernetes-sigs/secrets-store-csi-driver): inline
 * volumes only, on tmpfs. A PersistentVolume of its name is nobody's work.
 */
export const secretsStore: DriverProfile = {
  id: 'secrets-store',
  title: 'Secrets Store',
  matches: named('secrets-store.csi.k8s.io'),
  readClass: () => asksNothing(WHY),
  readVolume: () => nothingRecorded(WHY),
  readInFlight: () => STAYS_ON_NODE,
  mountProvesEncryption: false,
  encrypts: 'below',
  copies: 'There are no copies.',
  copyRecord: 'holds',
  knowledge: {
    read: 'Nothing; it is memory of the node.',
    highestGrade: 'E0',
    holder: 'Nobody; the secrets are held elsewhere.',
    never: 'Whether the node swaps its memory to a disk in clear text.',
    settledBy: 'Nothing needs to be: there is no persistent volume.',
  },
};

import { asksNothing, nothingRecorded, notKnownInFlight } from './answers';
import type { DriverProfile } from './driverProfile';
import { named } from './named';

const FIX =
  'mmlsfileset and the encryption policy of the file system (mmlspolicy) say it.';

/**
 * IBM Storage Scale (ibm-spectrum-scale-csi
 * `driver/csiplugin/controllerserver.go`). No parameter is about encryption; the
 * policy of a file system may encrypt files, and may leave some out.
 */
export const ibmSpectrumScale: DriverProfile = {
  id: 'ibm-spectrum-scale',
  title: 'IBM Storage Scale',
  matches: named('spectrumscale.csi.ibm.com'),
  readClass: () =>
    asksNothing('No parameter of the driver is about encryption.'),
  readVolume: () =>
    nothingRecorded(
      `Encryption is a policy of the file system, and nothing of it is recorded on the volume. ${FIX}`,
    ),
  readInFlight: () =>
    notKnownInFlight(
      'The cipher list of the cluster (mmauth) is not read here.',
    ),
  mountProvesEncryption: false,
  encrypts: 'below',
  copies: 'A copy is under the policy of its file system.',
  copyRecord: 'holds',
  knowledge: {
    read: 'Nothing of encryption.',
    highestGrade: 'E0',
    holder: 'The key server of the file system; not read.',
    never: 'The encryption policy, and which files it leaves out.',
    settledBy: FIX,
  },
};

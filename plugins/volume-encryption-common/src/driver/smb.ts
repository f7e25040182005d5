import { asksNothing, nothingRecorded } from './answers';
import type { DriverProfile } from './driverProfile';
import { named } from './named';
import { splitOptions } from './splitOptions';
import type { InFlightAnswer } from './volumeAnswer';

const FIX =
  'The administrator of the SMB server knows on what it keeps its files.';

/**
 * SMB (kubernetes-csi/csi-driver-smb). Nothing says what the server keeps its
 * files on. The mount option `seal` encrypts (mount.cifs(8)); `sec=krb5` proves
 * who asks and does not. Without `seal` a server may still demand encryption.
 */
export const smb: DriverProfile = {
  id: 'smb',
  title: 'SMB',
  matches: named('smb.csi.k8s.io'),
  readClass: () =>
    asksNothing('No parameter of the driver is about encryption at rest.'),
  readVolume: () =>
    nothingRecorded(
      `Nothing on the volume says whether the server encrypts what it stores. ${FIX}`,
    ),
  readInFlight: ({ mountOptions }) => readMountOptions(mountOptions),
  mountProvesEncryption: false,
  encrypts: 'below',
  copies: 'A copy is a directory of the same kind of server.',
  copyRecord: 'holds',
  knowledge: {
    read: 'Mount options, for the wire.',
    highestGrade: 'E0',
    holder: 'Whoever runs the server; not read.',
    never: 'What the server keeps its files on.',
    settledBy: FIX,
  },
};

function readMountOptions(mountOptions: string[]): InFlightAnswer {
  const options = splitOptions(mountOptions);
  const isSealed = options.includes('seal');
  if (!isSealed && options.includes('vers=1.0')) {
    return {
      answer: 'clear',
      why: 'SMB 1 is mounted, which does not encrypt.',
    };
  }
  return isSealed
    ? { answer: 'encrypted', why: 'SMB is mounted with the option seal.' }
    : {
        answer: 'unknown',
        why: 'SMB is mounted without the option seal; only the server knows whether it demands encryption all the same.',
      };
}

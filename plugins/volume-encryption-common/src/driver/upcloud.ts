import { asksNothing, nothingRecorded, UNTOLD_IN_FLIGHT } from './answers';
import type { DriverProfile } from './driverProfile';
import { named } from './named';

const FIX = 'GET /1.3/storage/{uuid} of UpCloud says encrypted.';

/**
 * UpCloud block storage (UpCloudLtd/upcloud-csi
 * `internal/driver/block/controller/controller.go`). `encryption: data-at-rest`
 * asks the service to encrypt; the volume gets no attributes at all. Copies
 * between encrypted and unencrypted are refused, but for backups.
 */
export const upcloud: DriverProfile = {
  id: 'upcloud',
  title: 'UpCloud block storage',
  matches: named('storage.csi.upcloud.com'),
  readClass: ({ encryption }) =>
    encryption === 'data-at-rest'
      ? {
          asks: 'volume/provider-key',
          why: 'The class asks the service to encrypt (data-at-rest).',
        }
      : asksNothing('The class does not ask the service to encrypt.'),
  readVolume: () =>
    nothingRecorded(
      `The UpCloud driver records nothing of encryption on a volume. ${FIX}`,
    ),
  readInFlight: () => UNTOLD_IN_FLIGHT,
  mountProvesEncryption: false,
  encrypts: 'below',
  copies:
    'A clone must be as encrypted as its source; a restore is as its class asks.',
  copyRecord: 'holds',
  knowledge: {
    read: 'The class (encryption).',
    highestGrade: 'E1',
    holder: 'UpCloud; not read.',
    never: 'Whether the storage is encrypted.',
    settledBy: FIX,
  },
};

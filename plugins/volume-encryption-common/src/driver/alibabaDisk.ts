import {
  ASKS_FOR_NONE,
  contradiction,
  customerKey,
  nothingRecorded,
  UNTOLD_IN_FLIGHT,
} from './answers';
import type { DriverProfile } from './driverProfile';
import { named } from './named';
import type { ClassAsk, VolumeAnswer } from './volumeAnswer';
import type { VolumeObjects } from './volumeObjects';

const FIX = 'ecs:DescribeDisks says Encrypted and KMSKeyId.';

/**
 * Alibaba Cloud disks (alibaba-cloud-csi-driver `pkg/disk/utils.go`). Class
 * parameters are echoed as attributes; `encrypted` is true for "true", "yes" and
 * "1" in any case, and false for anything else. Without `kmsKeyId` the service's
 * own key is used. Without `encrypted` the account may encrypt a new disk all the
 * same (Alibaba ECS, default encryption of the account in a region).
 */
export const alibabaDisk: DriverProfile = {
  id: 'alibaba-disk',
  title: 'Alibaba Cloud disks',
  matches: named('diskplugin.csi.alibabacloud.com'),
  readClass,
  readVolume,
  readInFlight: () => UNTOLD_IN_FLIGHT,
  mountProvesEncryption: false,
  encrypts: 'below',
  copies: 'A restore is as encrypted as its snapshot, not as its class asks.',
  copyRecord: 'says-nothing',
  knowledge: {
    read: 'Attributes encrypted and kmsKeyId.',
    highestGrade: 'E2',
    holder:
      'Alibaba KMS with a key of the customer; without kmsKeyId, Alibaba.',
    never: 'Encryption by default of the account, and the key of the disk.',
    settledBy: FIX,
  },
};

const TRUE = new Set(['true', 'yes', '1']);

function isTrue(text: string): boolean {
  return TRUE.has(text.toLowerCase());
}

function readClass({ encrypted, kmsKeyId }: Record<string, string>): ClassAsk {
  if (!isTrue(encrypted ?? '')) {
    return ASKS_FOR_NONE;
  }
  return kmsKeyId
    ? { asks: 'volume/customer-key', why: 'The class names a key (kmsKeyId).' }
    : { asks: 'volume/provider-key', why: 'The class asks for encryption.' };
}

function readVolume({ attributes }: VolumeObjects): VolumeAnswer {
  const { encrypted, kmsKeyId } = attributes;
  if (Object.keys(attributes).length === 0) {
    return nothingRecorded('The volume has no attributes.');
  }
  if (!isTrue(encrypted ?? '')) {
    if (kmsKeyId) {
      return contradiction(
        'A key is recorded (kmsKeyId), but encryption is not (encrypted), without which the driver ignores it.',
      );
    }
    return nothingRecorded(
      `The volume was not asked to be encrypted, but the account may encrypt by default. ${FIX}`,
    );
  }
  return kmsKeyId
    ? customerKey({
        holder: 'kms',
        evidence:
          'The driver recorded encryption and a key (encrypted, kmsKeyId).',
      })
    : {
        says: 'encrypted',
        verdict: 'volume/provider-key',
        grade: 'E2',
        basis: 'record',
        holder: 'provider',
        evidence:
          'The driver recorded encryption without a key of the customer (encrypted).',
      };
}

import { ANNOTATION_ONDAT_SECRET } from '../kubernetes/driverAnnotations';
import {
  ambiguous,
  customerKey,
  nothingRecorded,
  unencrypted,
  UNTOLD_IN_FLIGHT,
} from './answers';
import type { DriverProfile } from './driverProfile';
import { parseGoBoolean } from './goBoolean';
import { named } from './named';
import type { ClassAsk, VolumeAnswer } from './volumeAnswer';
import type { VolumeObjects } from './volumeObjects';

const NAME = 'storageos.com/encryption';

/**
 * Ondat, formerly StorageOS (its documentation, "Encrypted volumes" and "Feature
 * labels"; the source is closed). What class and claim ask for by
 * `storageos.com/…` is echoed as attributes. Ondat makes a key for each volume, in
 * a Secret that it names in an annotation of the claim. Volumes of the in-tree
 * source `storageos` have no attributes.
 */
export const ondat: DriverProfile = {
  id: 'storageos',
  title: 'Ondat (StorageOS)',
  matches: named(
    'csi.storageos.com',
    'storageos',
    'kubernetes.io/storageos',
    'spec.storageos',
  ),
  readClass,
  readVolume,
  readInFlight: () => UNTOLD_IN_FLIGHT,
  mountProvesEncryption: false,
  encrypts: 'below',
  copies: 'What a copy gets is not documented.',
  copyRecord: 'says-nothing',
  knowledge: {
    read: 'Attribute storageos.com/encryption; annotation storageos.com/encryption-secret-name of the claim.',
    highestGrade: 'E2',
    holder: 'A Secret of each volume, in the namespace of the claim.',
    never: 'The key; whether the disks of the nodes are encrypted.',
    settledBy: 'storageos describe volume says whether it is encrypted.',
  },
};

function readClass(parameters: Record<string, string>): ClassAsk {
  return parseGoBoolean(parameters[NAME] ?? '')
    ? { asks: 'volume/customer-key', why: `The class sets ${NAME}.` }
    : {
        asks: 'unknown',
        why: `The class does not set ${NAME}; a label of the claim may.`,
      };
}

function readVolume({ attributes, claim }: VolumeObjects): VolumeAnswer {
  const text = attributes[NAME];
  const secret = claim.annotations[ANNOTATION_ONDAT_SECRET];
  if (text === undefined) {
    return {
      ...nothingRecorded(
        'Nothing on the volume says whether Ondat encrypts it.',
      ),
      grade: secret || claim.labels[NAME] ? 'E1' : 'E0',
    };
  }
  const isEncrypted = parseGoBoolean(text);
  if (isEncrypted === undefined) {
    return ambiguous(
      `The attribute ${NAME} is "${text}", which is no boolean.`,
    );
  }
  if (!isEncrypted) return unencrypted(`The attribute ${NAME} is "${text}".`);
  return customerKey({
    holder: 'secret',
    secret: secret ? { name: secret, namespace: claim.namespace } : undefined,
    isSecretOfVolume: true,
    evidence: `The driver recorded ${NAME} on the volume.`,
  });
}

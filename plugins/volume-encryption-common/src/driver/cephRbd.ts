import { openedOnNode } from './answers';
import type { CephDriver } from './cephDriver';
import { cephAnswer, cephClass, cephInFlight } from './cephDriver';
import type { EncryptionAsked } from './encryptionAsked';
import { parseGoBoolean } from './goBoolean';
import { namedOrPrefixed } from './named';

/**
 * Ceph RBD (ceph-csi `internal/rbd/encryption.go`): `encrypted` absent is not
 * encrypted, `encryptionType` absent is `block`. A mount either opens LUKS or
 * fails; there is no clear-text fallback.
 */
export const cephRbd: CephDriver = {
  id: 'ceph-rbd',
  title: 'Ceph RBD',
  matches: namedOrPrefixed('rbd.csi.ceph.com'),
  readEncryption,
  readClass: parameters => cephClass(readEncryption(parameters)),
  readVolume: objects =>
    cephAnswer(readEncryption(objects.attributes), objects),
  readInFlight: ({ attributes }, isOpenedOnNode) =>
    openedOnNode(isOpenedOnNode, cephInFlight([attributes.mapOptions])),
  mountProvesEncryption: true,
  encrypts: 'at-first-mount',
  copies:
    'Ceph CSI copies encrypted volumes to encrypted ones only, and stores the same passphrase again for the copy.',
  copyRecord: 'holds',
  knowledge: {
    read: 'Attributes encrypted, encryptionType, encryptionKMSID; pods and their mount errors; the KMS connection; metadata of the key in Vault.',
    highestGrade: 'E5',
    holder:
      'The KMS of encryptionKMSID; without one, a Secret that all volumes of the class share.',
    never:
      'The state in the image metadata of Ceph (encryptionPrepared, encrypted), and whether the OSDs below are encrypted.',
    settledBy: 'rbd image-meta get on the image, by a Ceph administrator.',
  },
};

function readEncryption(parameters: Record<string, string>): EncryptionAsked {
  const { encrypted, encryptionType = 'block' } = parameters;
  if (encrypted === undefined) return { encryption: 'none' };
  const isEncrypted = parseGoBoolean(encrypted);
  if (isEncrypted === undefined) {
    return {
      encryption: 'invalid',
      why: `encrypted is "${encrypted}", which Ceph CSI refuses; it must be "true" or "false".`,
    };
  }
  if (!isEncrypted) return { encryption: 'none' };
  if (encryptionType !== 'block' && encryptionType !== 'file') {
    return {
      encryption: 'invalid',
      why: `encryptionType is "${encryptionType}", which Ceph CSI refuses; it must be "block" or "file".`,
    };
  }
  return { encryption: encryptionType, kmsId: parameters.encryptionKMSID };
}

import type { CephDriver } from './cephDriver';
import { cephAnswer, cephClass, cephInFlight } from './cephDriver';
import type { EncryptionAsked } from './encryptionAsked';
import { parseGoBoolean } from './goBoolean';
import { namedOrPrefixed } from './named';

/**
 * CephFS (ceph-csi `internal/cephfs/store/volumeoptions.go`): only `file`
 * encryption, by fscrypt. `encrypted: "false"` is not the same as absent: the
 * driver ignores the boolean and may encrypt with the shared passphrase. A
 * driver older than its fscrypt support copies `encrypted` to the volume and
 * does nothing, so a mount alone is no evidence. A copy of a volume in clear may
 * be recorded as encrypted: no source is refused, its key is made at the first
 * mount, and what was copied stays as it is (`internal/cephfs/controllerserver.go`).
 */
export const cephFs: CephDriver = {
  id: 'cephfs',
  title: 'CephFS',
  matches: namedOrPrefixed('cephfs.csi.ceph.com'),
  readEncryption,
  readClass: parameters => cephClass(readEncryption(parameters)),
  readVolume: objects =>
    cephAnswer(readEncryption(objects.attributes), objects),
  // What a pod may mount without its key being seen is not known to be ciphertext.
  readInFlight: ({ attributes, mountOptions }) =>
    cephInFlight([attributes.kernelMountOptions, ...mountOptions]),
  mountProvesEncryption: false,
  encrypts: 'at-first-mount',
  copies:
    'Ceph CSI stores the same passphrase again for the copy of an encrypted volume, and refuses no copy whose class is of the other kind.',
  copyRecord: 'says-nothing',
  knowledge: {
    read: 'Attributes encrypted, encryptionType, encryptionKMSID; pods; the KMS connection; metadata of the key in Vault.',
    highestGrade: 'E5',
    holder:
      'The KMS of encryptionKMSID; without one, a Secret that all volumes of the class share.',
    never:
      'Whether the running driver knows fscrypt; names and contents are encrypted by it, sizes are not.',
    settledBy:
      'A key seen in the KMS after the first mount; of a copy, the record of the volume it was copied from.',
  },
};

function readEncryption(parameters: Record<string, string>): EncryptionAsked {
  const { encrypted, encryptionType = 'file' } = parameters;
  if (encrypted === undefined) return { encryption: 'none' };
  const isEncrypted = parseGoBoolean(encrypted);
  if (isEncrypted === undefined) {
    return {
      encryption: 'invalid',
      why: `encrypted is "${encrypted}", which Ceph CSI refuses; it must be "true", or left out.`,
    };
  }
  if (!isEncrypted) {
    return {
      encryption: 'unknown',
      why: `encrypted is "${encrypted}", which CephFS does not treat as "not encrypted"; leave the parameter out instead.`,
    };
  }
  if (encryptionType !== 'file') {
    return {
      encryption: 'invalid',
      why: `encryptionType is "${encryptionType}", which CephFS refuses; it must be "file".`,
    };
  }
  return { encryption: 'file', kmsId: parameters.encryptionKMSID };
}

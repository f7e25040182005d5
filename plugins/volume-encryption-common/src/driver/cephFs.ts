import type { DriverProfile, EncryptionAsked } from './driverProfile';
import { parseGoBoolean } from './goBoolean';

/**
 * CephFS (ceph-csi `internal/cephfs/store/volumeoptions.go`): only `file`
 * encryption, by fscrypt. `encrypted: "false"` is not the same as absent: the
 * driver ignores the boolean and may encrypt with the shared passphrase. A
 * driver older than its fscrypt support copies `encrypted` to the volume and
 * does nothing, so a mount alone is no evidence.
 */
export const cephFs: DriverProfile = {
  id: 'cephfs',
  title: 'CephFS',
  matches: name =>
    name === 'cephfs.csi.ceph.com' || name.endsWith('.cephfs.csi.ceph.com'),
  readEncryption,
  mountProvesEncryption: false,
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

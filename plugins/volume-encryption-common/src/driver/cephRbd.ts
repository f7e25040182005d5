import type { DriverProfile, EncryptionAsked } from './driverProfile';
import { parseGoBoolean } from './goBoolean';

/**
 * Ceph RBD (ceph-csi `internal/rbd/encryption.go`): `encrypted` absent is not
 * encrypted, `encryptionType` absent is `block`. A mount either opens LUKS or
 * fails; there is no clear-text fallback.
 */
export const cephRbd: DriverProfile = {
  id: 'ceph-rbd',
  title: 'Ceph RBD',
  matches: name =>
    name === 'rbd.csi.ceph.com' || name.endsWith('.rbd.csi.ceph.com'),
  readEncryption,
  mountProvesEncryption: true,
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

import { cephDriverOf, driverProfileOf } from '../driver/driverProfiles';
import type { EncryptionAsked } from '../driver/encryptionAsked';

/**
 * What a driver of Ceph CSI is asked by a class's parameters, or was asked by a
 * volume's attributes; `unknown` with the reason for any other driver, whose keys
 * cannot be followed.
 */
export function readEncryptionParameters(
  driverName: string,
  parameters: Record<string, string>,
): EncryptionAsked {
  const driver = cephDriverOf(driverName);
  if (driver) return driver.readEncryption(parameters);
  return {
    encryption: 'unknown',
    why: `The driver "${driverName}" is not one whose encryption can be read here.`,
  };
}

/**
 * What a class asks its driver for. Of other drivers than Ceph CSI only "none"
 * and "invalid" are certain: none of them can be asked for a key that we follow.
 */
export function readClassParameters(
  provisioner: string,
  parameters: Record<string, string>,
): EncryptionAsked {
  const ask = driverProfileOf(provisioner)?.readClass(parameters);
  if (!ask || cephDriverOf(provisioner)) {
    return readEncryptionParameters(provisioner, parameters);
  }
  if (ask.asks === 'none') return { encryption: 'none' };
  if (ask.asks === 'invalid') return { encryption: 'invalid', why: ask.why };
  return { encryption: 'unknown', why: ask.why };
}

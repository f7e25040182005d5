import type { EncryptionAsked } from '../driver/driverProfile';
import { driverProfileOf } from '../driver/driverProfiles';

/**
 * What a driver is asked by a class's parameters, or was asked by a volume's
 * attributes; `unknown` with the reason for a driver that we do not know.
 */
export function readEncryptionParameters(
  driverName: string,
  parameters: Record<string, string>,
): EncryptionAsked {
  const profile = driverProfileOf(driverName);
  if (profile) return profile.readEncryption(parameters);
  return {
    encryption: 'unknown',
    why: `The driver "${driverName}" is not one whose encryption can be read here.`,
  };
}

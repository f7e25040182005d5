import { cephFs } from './cephFs';
import { cephRbd } from './cephRbd';
import type { DriverProfile } from './driverProfile';

const profiles: readonly DriverProfile[] = [cephRbd, cephFs];

/**
 * The profile of a CSI driver or provisioner by its name, if we know it.
 *
 * @public
 */
export function driverProfileOf(driverName: string): DriverProfile | undefined {
  return profiles.find(profile => profile.matches(driverName));
}

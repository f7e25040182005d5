import type { DriverId } from '../driver/driverId';
import { awsEbs } from './awsEbs';
import { azureDisk } from './azureDisk';
import { cephFs } from './cephFs';
import { cephRbd } from './cephRbd';
import { cinder } from './cinder';
import type { DriverLifecycle } from './driverLifecycle';
import { gcePd } from './gcePd';
import { hetzner } from './hetzner';
import { linode } from './linode';
import { longhorn } from './longhorn';
import { nodeFolder } from './nodeFolder';
import { openebsLvm } from './openebsLvm';
import { openebsZfs } from './openebsZfs';
import { portworx } from './portworx';
import { providerKeys } from './providerKeys';
import { scaleway } from './scaleway';
import { topolvm } from './topolvm';
import { trident } from './trident';
import { vsphere } from './vsphere';

/** What is known of drivers; of those that are not here, nothing is claimed. */
export const DRIVER_LIFECYCLES: readonly DriverLifecycle[] = [
  ...[cephRbd, cephFs],
  ...[longhorn, trident, portworx, scaleway, linode, hetzner],
  ...[awsEbs, gcePd, azureDisk, cinder, vsphere, providerKeys],
  ...[openebsZfs, topolvm, openebsLvm, nodeFolder],
];

/** What a driver does, if we know it. */
export function driverLifecycleOf(id: DriverId): DriverLifecycle | undefined {
  return DRIVER_LIFECYCLES.find(({ drivers }) => drivers.includes(id));
}

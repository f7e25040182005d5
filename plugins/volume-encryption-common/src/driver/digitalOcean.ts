import { providerFloor, UNTOLD_IN_FLIGHT } from './answers';
import type { DriverProfile } from './driverProfile';
import { named } from './named';

const FLOOR = 'DigitalOcean encrypts every volume at rest with LUKS.';

/**
 * DigitalOcean Volumes (digitalocean/csi-digitalocean). No parameter is about
 * encryption; every volume is encrypted at rest by the service
 * (docs.digitalocean.com, glossary "LUKS").
 */
export const digitalOcean: DriverProfile = {
  id: 'digitalocean',
  title: 'DigitalOcean Volumes',
  matches: named('dobs.csi.digitalocean.com'),
  readClass: () => ({ asks: 'volume/provider-key', why: FLOOR }),
  readVolume: () => providerFloor(FLOOR),
  readInFlight: () => UNTOLD_IN_FLIGHT,
  mountProvesEncryption: false,
  encrypts: 'below',
  copies: 'A restore is encrypted as all volumes are.',
  copyRecord: 'holds',
  knowledge: {
    read: 'That the driver made the volume.',
    highestGrade: 'E2',
    holder: 'DigitalOcean.',
    never: "The key, which is the service's.",
    settledBy:
      "The documentation of the service; a key of one's own is not offered.",
  },
};

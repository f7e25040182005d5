import { asksNothing, nothingRecorded, notKnownInFlight } from './answers';
import type { DriverProfile } from './driverProfile';
import { named } from './named';
import { textOf } from './parameters';
import type { ClassAsk } from './volumeAnswer';

const PREFIX = 'linstor.csi.linbit.com/';

const FIX =
  'linstor volume list says the layers of the resource; luks must be one.';

/**
 * LINSTOR and Piraeus (linstor-csi `pkg/volume/parameter.go`,
 * `pkg/driver/volume_context.go`). Only a `layerList` that contains `luks`
 * encrypts; `encryption: "true"` is parsed and used nowhere, so such a class
 * makes plain volumes. Nothing of either is recorded on the volume.
 */
export const linstor: DriverProfile = {
  id: 'linstor',
  title: 'LINSTOR',
  matches: named('linstor.csi.linbit.com'),
  readClass,
  readVolume: () =>
    nothingRecorded(
      `LINSTOR records nothing of encryption on a volume. ${FIX}`,
    ),
  readInFlight: ({ attributes }) =>
    attributes[`${PREFIX}nfs-export`]
      ? {
          answer: 'clear',
          why: 'A shared volume is exported over NFS without encryption.',
        }
      : notKnownInFlight(
          'Whether DRBD carries ciphertext depends on the order of the layers, which is not recorded.',
        ),
  mountProvesEncryption: false,
  encrypts: 'below',
  copies: 'A restore has the layers of its source.',
  copyRecord: 'holds',
  knowledge: {
    read: 'The class (layerList).',
    highestGrade: 'E1',
    holder: 'The master passphrase of LINSTOR, for all volumes; not read.',
    never: 'The layers of the resource.',
    settledBy: FIX,
  },
};

function readClass(parameters: Record<string, string>): ClassAsk {
  const layers =
    textOf(parameters, `${PREFIX}layerList`) ??
    textOf(parameters, 'layerList') ??
    '';
  if (
    layers
      .toLowerCase()
      .split(/[\s,]+/)
      .includes('luks')
  ) {
    return {
      asks: 'volume/customer-key',
      why: 'The class asks for a LUKS layer (layerList).',
    };
  }
  const encryption = parameters[`${PREFIX}encryption`] ?? parameters.encryption;
  return asksNothing(
    encryption
      ? 'The class sets encryption, which LINSTOR reads and does not use; only a layerList with luks encrypts.'
      : 'The class names no LUKS layer; a resource group may.',
  );
}

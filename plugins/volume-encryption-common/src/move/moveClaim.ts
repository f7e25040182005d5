import { VolumeEncryptionError } from '../contract/errors';
import { cephDriverOf } from '../driver/driverProfiles';
import type {
  PersistentVolumeClaim,
  StorageClass,
} from '../kubernetes/objects';
import { quantityToBytes, requireVolumeSize } from '../kubernetes/quantity';
import { claimManifest, type ClaimManifest } from '../plan/claimManifest';
import type { MoveRequest, MoveState } from './moveRequest';

const MEBIBYTE = 1024n ** 2n;

/** cryptsetup's default data offset of LUKS2, by which the device is smaller. */
const HEADER_BYTES = 16n * MEBIBYTE;

/** The name of the new claim. @public */
export function newClaimOf({ claim, newClaim }: MoveRequest): string {
  return newClaim ?? `${claim}-encrypted`;
}

/**
 * The claim that the data moves to: as the old one, of the encrypted class. Throws
 * `invalid-input` for a size that does not hold the old volume.
 *
 * @public
 */
export function moveClaim(
  request: MoveRequest,
  { facts: { claim }, kubernetesId }: MoveState,
  storageClass: StorageClass,
): ClaimManifest {
  const least = leastSize(claim, storageClass);
  const { size = least, namespace } = request;
  requireHolds(requireVolumeSize('size', size), least);
  const manifest = claimManifest(
    {
      ...{ namespace, size, volumeMode: claim.volumeMode },
      accessMode: 'ReadWriteOnce',
      name: newClaimOf(request),
      storageClass: storageClass.meta.name,
    },
    kubernetesId,
  );
  const { accessModes } = claim;
  return { ...manifest, spec: { ...manifest.spec, accessModes } };
}

/** All bytes of a device have to find room; files may, where it is not full. */
function leastSize(
  { capacity, requested, volumeMode }: PersistentVolumeClaim,
  { provisioner }: StorageClass,
): string {
  const size = capacity ?? requested;
  if (volumeMode !== 'Block' || !cephDriverOf(provisioner)) return size;
  const bytes = (quantityToBytes(size) ?? 0n) + HEADER_BYTES;
  return `${(bytes + MEBIBYTE - 1n) / MEBIBYTE}Mi`;
}

function requireHolds(size: string, least: string): void {
  if ((quantityToBytes(size) ?? 0n) >= (quantityToBytes(least) ?? 0n)) return;
  throw new VolumeEncryptionError(
    'invalid-input',
    `size ${size} is less than ${least}, which the old volume needs, with the header of the encryption where it is a block volume. Ask for ${least} or more: data is not made smaller on the way.`,
    { field: 'size' },
  );
}

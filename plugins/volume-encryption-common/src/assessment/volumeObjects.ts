import type { VolumeObjects } from '../driver/volumeObjects';
import { isVolumeOfClaim } from '../kubernetes/isVolumeOfClaim';
import type { PersistentVolume } from '../kubernetes/objects';
import { unknown, valueOf } from '../observation/observed';
import type { VolumeFacts } from './volumeFacts';

const PROVISIONED_BY = 'pv.kubernetes.io/provisioned-by';
const IDENTITY = 'storage.kubernetes.io/csiProvisionerIdentity';

/** The objects of the claim's volume, as a driver's profile looks at them. */
export function objectsOf(
  { csi, mountOptions }: PersistentVolume,
  facts: VolumeFacts,
): VolumeObjects {
  const { meta, volumeMode, accessModes } = facts.claim;
  return {
    attributes: csi?.attributes ?? {},
    volumeHandle: csi?.volumeHandle ?? '',
    secrets: { stage: csi?.nodeStageSecret, publish: csi?.nodePublishSecret },
    volumeMode,
    accessModes,
    mountOptions: mountOptions ?? [],
    claim: meta,
    vendorObject: ownObject(facts.vendorObject, csi?.volumeHandle),
    attachments: facts.attachments,
  };
}

/** The volume that the claim names, unless it is another claim's. */
export function ownVolumeOf({
  volume,
  claim,
}: VolumeFacts): PersistentVolume | undefined {
  const named = valueOf(volume);
  return named && isVolumeOfClaim(named, claim) ? named : undefined;
}

/** Vendors name their objects by the handle; one of another name is no record of it. */
function ownObject(
  found: VolumeFacts['vendorObject'],
  handle: string | undefined,
): VolumeFacts['vendorObject'] {
  const object = valueOf(found);
  return !object || object.meta.name === handle
    ? found
    : unknown('failed', 'What was found is of another volume.');
}

/** Name of the provisioner that says it made the volume, if one does. */
export function provisionerOf({ meta }: PersistentVolume): string | undefined {
  return meta.annotations[PROVISIONED_BY];
}

/** One of the two names is wrong. */
export function twoMakers(title: string, maker: string): string {
  return `The volume is of ${title}, but says that ${maker} made it. Both cannot be true. Ask the platform team who wrote it.`;
}

/**
 * True when no provisioner made the volume. Only external-provisioner leaves both
 * marks on CSI volumes; those of in-tree sources have no attributes.
 */
export function isStatic(volume: PersistentVolume): boolean {
  if (!provisionerOf(volume)) return true;
  return Boolean(volume.csi) && !volume.csi?.attributes[IDENTITY];
}

/** The name by which the volume's driver is known to the profiles. */
export function driverNameOf(volume: PersistentVolume): string {
  const { csi, flexDriver, otherSource } = volume;
  if (csi) return csi.driver;
  return flexDriver ? `flex:${flexDriver}` : `spec.${otherSource ?? 'nothing'}`;
}

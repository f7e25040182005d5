import type { PersistentVolume, PersistentVolumeClaim } from './objects';

/**
 * True when the volume says that it is the claim's. A claim's own word is not
 * enough: whoever makes a claim may write any volume's name into it.
 *
 * @public
 *
 * @public
 */
export function isVolumeOfClaim(
  { claim: holder }: PersistentVolume,
  { meta }: PersistentVolumeClaim,
): boolean {
  return (
    holder?.namespace === meta.namespace &&
    holder.name === meta.name &&
    (!holder.uid || !meta.uid || holder.uid === meta.uid)
  );
}

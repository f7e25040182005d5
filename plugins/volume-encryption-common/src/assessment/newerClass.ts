import type { Finding } from '../contract/reasons';
import type { ObjectMeta, PersistentVolume } from '../kubernetes/objects';
import { isRestored } from './isRestored';
import { isStatic } from './volumeObjects';

/**
 * That the class of the volume's name cannot have made it, if it is younger. A
 * volume that a provisioner made had a class of that name before, so this one was
 * made again, and where it asks for something else (`change`, a sentence) by other
 * parameters. The volume of a person or of a backup may have been there first.
 */
export function newerClass(
  ofClass: ObjectMeta,
  volume: PersistentVolume,
  change?: string,
): Finding | undefined {
  const isYounger =
    Date.parse(ofClass.createdAt) > Date.parse(volume.meta.createdAt);
  if (!isYounger) return undefined;
  const isMadeAgain =
    volume.storageClassName === ofClass.name &&
    !isStatic(volume) &&
    !isRestored(volume.meta);
  return change && isMadeAgain
    ? {
        code: 'class-recreated',
        severity: 'warning',
        message: `The class "${ofClass.name}" was deleted after it made the volume, and made again with other parameters. ${change} The class of today says nothing about the volume.`,
      }
    : {
        code: 'class-newer-than-volume',
        severity: 'info',
        message: `The class "${ofClass.name}" is younger than the volume, so it did not make it and says nothing about it.`,
      };
}

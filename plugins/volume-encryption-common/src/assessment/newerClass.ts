import type { Finding } from '../contract/reasons';
import type { ObjectMeta } from '../kubernetes/objects';

/** That the class of the volume's name cannot have made it, if it is younger. */
export function newerClass(
  ofClass: ObjectMeta,
  ofVolume: ObjectMeta,
): Finding | undefined {
  const isYounger =
    Date.parse(ofClass.createdAt) > Date.parse(ofVolume.createdAt);
  if (!isYounger) return undefined;
  return {
    code: 'class-newer-than-volume',
    severity: 'info',
    message: `The class "${ofClass.name}" is younger than the volume, so it did not make it and says nothing about it.`,
  };
}

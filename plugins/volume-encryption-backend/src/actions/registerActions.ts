import type { ActionParts } from './ActionParts';
import { registerListEntityVolumes } from './listEntityVolumes';
import { registerVerifyVolume } from './verifyVolume';

/**
 * Offers the two reads to assistants and command lines. Their ids are not those
 * of the template actions, which would otherwise hide them.
 */
export function registerActions(parts: ActionParts): void {
  registerListEntityVolumes(parts);
  registerVerifyVolume(parts);
}

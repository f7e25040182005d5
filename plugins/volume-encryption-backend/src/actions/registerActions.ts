import type { ActionParts } from './ActionParts';
import { registerInspectTenant } from './inspectTenant';
import { registerListEntityVolumes } from './listEntityVolumes';
import { registerListTenants } from './listTenants';
import { registerOnboardTenant } from './onboardTenant';
import { registerPreflightVolume } from './preflightVolume';
import { registerRotateTenantCredential } from './rotateTenantCredential';
import { registerVerifyVolume } from './verifyVolume';

/**
 * Offers the reads, and two writes of the platform team, to assistants and
 * command lines. Their ids are not those of the template actions, which would
 * otherwise hide them. Nothing that takes access or keys away is offered.
 */
export function registerActions(parts: ActionParts): void {
  registerListEntityVolumes(parts);
  registerVerifyVolume(parts);
  registerPreflightVolume(parts);
  registerListTenants(parts);
  registerInspectTenant(parts);
  registerOnboardTenant(parts);
  registerRotateTenantCredential(parts);
}

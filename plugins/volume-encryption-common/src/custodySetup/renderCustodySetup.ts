import type { CustodySetup } from '../contract/api';
import { requireAccessors, requireSetupPlace } from './requireSetupPlace';
import { setupFiles } from './setupFiles';
import type { SetupAccessors, SetupPlace } from './SetupPlace';
import { setupSteps } from './setupSteps';

/**
 * The set-up of one cluster in one KMS, for an administrator to review and
 * apply. Throws `invalid-input` for a name that cannot stand in a policy.
 * @param accessors - where not known, a command puts them in
 *
 * @public
 */
export function renderCustodySetup(
  kms: string,
  place: SetupPlace,
  accessors: SetupAccessors = {},
): CustodySetup {
  requireSetupPlace(place);
  requireAccessors(accessors);
  return {
    kms,
    cluster: place.cluster,
    files: setupFiles(place, accessors),
    steps: setupSteps(place, accessors),
  };
}

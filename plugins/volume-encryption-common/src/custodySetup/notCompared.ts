import type { SetupObject } from '../contract/api';
import { setupFileNames } from './setupFiles';
import { CUSTODIAN_POLICY, type SetupPlace } from './SetupPlace';

/**
 * The policies of the portal's own credentials. It may not read them, so that an
 * administrator has to compare them; what it may do by them is asked elsewhere.
 * @param hasCustodian - whether a credential that destroys keys is configured
 *
 * @public
 */
export function notCompared(
  place: SetupPlace,
  hasCustodian: boolean,
): SetupObject[] {
  const { portalPolicy, custodianPolicy } = setupFileNames(place);
  return [
    notComparedPolicy(place.names.portalPolicy, portalPolicy),
    ...(hasCustodian
      ? [notComparedPolicy(CUSTODIAN_POLICY, custodianPolicy)]
      : []),
  ];
}

function notComparedPolicy(name: string, file: string): SetupObject {
  return {
    object: `sys/policies/acl/${name}`,
    state: 'not-judged',
    lines: [],
    message: 'The portal may not read the policy of a credential of its own.',
    remedy: `Compare it as an administrator: vault policy read ${name} | diff - ${file}`,
  };
}

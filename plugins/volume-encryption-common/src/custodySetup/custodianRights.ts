import { right, type PortalRight } from './portalRights';
import type { SetupPlace } from './SetupPlace';

/**
 * All that the credential has to be allowed that destroys keys, and no more, in
 * the order of its policy: to destroy keys, and none to read one.
 */
export function custodianRights({
  names: { mountPrefix },
}: Pick<SetupPlace, 'names'>): PortalRight[] {
  return [
    right(`sys/mounts/${mountPrefix}/+`, ['delete'], {
      why: "remove a tenant's mount that has no key any more",
    }),
    right(`${mountPrefix}/+/metadata/*`, ['read', 'list', 'delete'], {
      why: 'which keys there are, and the end of one with all its versions',
    }),
    right('auth/token/revoke-self', ['update'], {
      why: 'give a login up after each use',
    }),
    right('sys/capabilities-self', ['update'], {
      why: 'check that it may do this and nothing else',
    }),
  ];
}

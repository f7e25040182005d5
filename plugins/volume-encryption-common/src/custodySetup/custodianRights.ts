import type { PortalRight } from './portalRights';
import type { SetupPlace } from './SetupPlace';

/**
 * All that the credential has to be allowed that destroys keys, and no more, in
 * the order of its policy: to destroy keys, and none to read one.
 */
export function custodianRights({
  names: { mountPrefix },
}: Pick<SetupPlace, 'names'>): PortalRight[] {
  const rights: [path: string, capabilities: string[], why: string][] = [
    [
      `sys/mounts/${mountPrefix}/+`,
      ['delete'],
      "remove a tenant's mount that has no key any more",
    ],
    [
      `${mountPrefix}/+/metadata/*`,
      ['read', 'list', 'delete'],
      'which keys there are, and the end of one with all its versions',
    ],
    ['auth/token/revoke-self', ['update'], 'give a login up after each use'],
    [
      'sys/capabilities-self',
      ['update'],
      'check that it may do this and nothing else',
    ],
  ];
  return rights.map(([path, capabilities, why]) => {
    return { path, capabilities, restrictions: {}, why };
  });
}

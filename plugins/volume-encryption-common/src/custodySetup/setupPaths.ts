import type { SetupPlace } from './SetupPlace';

/** Where the objects of a set-up are in the KMS. */
export function setupPaths({ names, cluster }: SetupPlace) {
  const { authMount, role, policy } = names.ofCluster(cluster);
  return {
    authConfig: `auth/${authMount}/config`,
    accountRole: `auth/${authMount}/role/${role}`,
    accountPolicy: `sys/policies/acl/${policy}`,
    tokenRole: `auth/token/roles/${names.tokenRole}`,
    tokenPolicy: `sys/policies/acl/${names.tokenPolicy}`,
  };
}

import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import {
  AuthorizeResult,
  isPermission,
  isResourcePermission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import {
  entityVolumesCreatePermission,
  entityVolumesReadPermission,
  entityVolumesUpdatePermission,
  kmsConnectionUpdatePermission,
  platformReadPermission,
  storageClassCreatePermission,
  tenantCreatePermission,
  tenantDeletePermission,
  tenantKeysDestroyPermission,
  tenantUpdatePermission,
} from 'backstage-plugin-volume-encryption-common';

/** Who has what, whatever it is about. Who destroys keys is not who offboards. */
const teams = [
  {
    group: 'group:default/platform',
    permissions: [
      platformReadPermission,
      storageClassCreatePermission,
      tenantCreatePermission,
      tenantUpdatePermission,
      tenantDeletePermission,
      kmsConnectionUpdatePermission,
    ],
  },
  {
    group: 'group:default/custodians',
    permissions: [tenantKeysDestroyPermission],
  },
];
const ownerPermissions = [
  entityVolumesReadPermission,
  entityVolumesCreatePermission,
  entityVolumesUpdatePermission,
];

/**
 * The policy of the example portal: owners see, make and change the volumes of
 * their components, the platform team runs classes, tenants and KMS connections,
 * the custodians destroy keys, the rest is open.
 */
export class ExamplePolicy implements PermissionPolicy {
  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    const claims = user?.info.ownershipEntityRefs ?? [];
    const team = teams.find(({ permissions }) =>
      permissions.some(it => isPermission(permission, it)),
    );
    if (team) {
      const result = claims.includes(team.group)
        ? AuthorizeResult.ALLOW
        : AuthorizeResult.DENY;
      return { result };
    }
    if (
      ownerPermissions.some(p => isPermission(permission, p)) &&
      isResourcePermission(permission, 'catalog-entity')
    ) {
      return createCatalogConditionalDecision(
        permission,
        catalogConditions.isEntityOwner({ claims }),
      );
    }
    return { result: AuthorizeResult.ALLOW };
  }
}

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
  platformReadPermission,
  storageClassCreatePermission,
  tenantCreatePermission,
} from 'backstage-plugin-volume-encryption-common';

const platformGroup = 'group:default/platform';

const platformPermissions = [
  platformReadPermission,
  storageClassCreatePermission,
  tenantCreatePermission,
];
const ownerPermissions = [
  entityVolumesReadPermission,
  entityVolumesCreatePermission,
];

/**
 * The policy of the example portal: owners see and make the volumes of their
 * components, the platform team runs classes and tenants, the rest is open.
 */
export class ExamplePolicy implements PermissionPolicy {
  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    const claims = user?.info.ownershipEntityRefs ?? [];
    if (platformPermissions.some(p => isPermission(permission, p))) {
      const result = claims.includes(platformGroup)
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

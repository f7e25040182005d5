import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import {
  AuthorizeResult,
  isResourcePermission,
} from '@backstage/plugin-permission-common';
import type { PermissionPolicy } from '@backstage/plugin-permission-node';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';

/** Owners may see and make their volumes, as in life; all else is allowed. */
const policy: PermissionPolicy = {
  async handle({ permission }, user) {
    const isOfOwners = permission.name.startsWith('volume-encryption.entity.');
    if (isOfOwners && isResourcePermission(permission, 'catalog-entity')) {
      const claims = user?.info.ownershipEntityRefs ?? [];
      return createCatalogConditionalDecision(
        permission,
        catalogConditions.isEntityOwner({ claims }),
      );
    }
    return { result: AuthorizeResult.ALLOW };
  },
};

/** Gives the permission backend {@link policy}. */
export const permissionModuleOwnerPolicy = createBackendModule({
  pluginId: 'permission',
  moduleId: 'owner-policy',
  register(reg) {
    reg.registerInit({
      deps: { permission: policyExtensionPoint },
      async init({ permission }) {
        permission.setPolicy(policy);
      },
    });
  },
});

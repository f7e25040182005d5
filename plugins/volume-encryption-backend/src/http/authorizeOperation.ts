import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import {
  entityVolumesCreatePermission,
  entityVolumesUpdatePermission,
  kmsConnectionUpdatePermission,
  storageClassCreatePermission,
  tenantCreatePermission,
  tenantDeletePermission,
  tenantKeysDestroyPermission,
  tenantUpdatePermission,
  type OperationRequest,
} from 'backstage-plugin-volume-encryption-common';
import type { HttpParts } from './HttpParts';
import { requireUser } from './requestedBy';

const PLATFORM_PERMISSIONS = {
  'storage-class': storageClassCreatePermission,
  'storage-class-default': storageClassCreatePermission,
  'smoke-test': storageClassCreatePermission,
  'tenant-secret': tenantCreatePermission,
  'tenant-service-account': tenantCreatePermission,
  'tenant-onboard': tenantCreatePermission,
  'tenant-renew': tenantUpdatePermission,
  'tenant-rotate': tenantUpdatePermission,
  'namespace-consent': tenantUpdatePermission,
  'tenant-offboard': tenantDeletePermission,
  'tenant-shred': tenantKeysDestroyPermission,
  'kms-connection': kmsConnectionUpdatePermission,
  'kms-connection-removal': kmsConnectionUpdatePermission,
  'kms-test': kmsConnectionUpdatePermission,
} as const;

/**
 * Whether the caller, who is a user, may do what he asks for. A claim is for an entity, and goes
 * only where that entity has the namespace's consent. Returns that entity.
 */
export async function authorizeOperation(
  request: OperationRequest,
  access: HttpParts['access'],
  credentials: BackstageCredentials,
): Promise<Entity | undefined> {
  requireUser(credentials);
  switch (request.operation) {
    case 'claim': {
      const entity = await access.authorizeEntity(
        entityVolumesCreatePermission,
        request.entityRef,
        credentials,
      );
      await access.requireConsent({ ...request, entity });
      return entity;
    }
    case 'key-rotation': {
      const entity = await access.authorizeEntity(
        entityVolumesUpdatePermission,
        request.entityRef,
        credentials,
      );
      await access.requireConsent({ ...request, entity });
      return entity;
    }
    default:
      await access.authorizePlatform(
        PLATFORM_PERMISSIONS[request.operation],
        credentials,
      );
      return undefined;
  }
}

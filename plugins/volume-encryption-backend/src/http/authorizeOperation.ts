import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import {
  entityVolumesCreatePermission,
  storageClassCreatePermission,
  tenantCreatePermission,
  type OperationRequest,
} from 'backstage-plugin-volume-encryption-common';
import type { HttpParts } from './HttpParts';

/**
 * Whether the caller may do what he asks for. A claim is for an entity, and goes
 * only where that entity has the namespace's consent. Returns that entity.
 */
export async function authorizeOperation(
  request: OperationRequest,
  access: HttpParts['access'],
  credentials: BackstageCredentials,
): Promise<Entity | undefined> {
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
    case 'storage-class':
      await access.authorizePlatform(storageClassCreatePermission, credentials);
      return undefined;
    default:
      await access.authorizePlatform(tenantCreatePermission, credentials);
      return undefined;
  }
}

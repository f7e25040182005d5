import { RESOURCE_TYPE_CATALOG_ENTITY } from '@backstage/plugin-catalog-common/alpha';
import { createPermission } from '@backstage/plugin-permission-common';

/**
 * May see that the product is there: the names of clusters and their health.
 *
 * @public
 */
export const viewPermission = createPermission({
  name: 'volume-encryption.view',
  attributes: { action: 'read' },
});

/** May see the volumes of one catalog entity. @public */
export const entityVolumesReadPermission = createPermission({
  name: 'volume-encryption.entity.volumes.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/** May ask for a volume on behalf of one catalog entity. @public */
export const entityVolumesCreatePermission = createPermission({
  name: 'volume-encryption.entity.volumes.create',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/** Platform: may see every namespace, KMS connection and KMS. @public */
export const platformReadPermission = createPermission({
  name: 'volume-encryption.platform.read',
  attributes: { action: 'read' },
});

/** Platform: may publish StorageClasses. @public */
export const storageClassCreatePermission = createPermission({
  name: 'volume-encryption.storage-class.create',
  attributes: { action: 'create' },
});

/** Platform: may give a tenant its credential and mount. @public */
export const tenantCreatePermission = createPermission({
  name: 'volume-encryption.tenant.create',
  attributes: { action: 'create' },
});

/**
 * Every permission of the product, for policies and for registration.
 *
 * @public
 */
export const volumeEncryptionPermissions = [
  viewPermission,
  entityVolumesReadPermission,
  entityVolumesCreatePermission,
  platformReadPermission,
  storageClassCreatePermission,
  tenantCreatePermission,
];

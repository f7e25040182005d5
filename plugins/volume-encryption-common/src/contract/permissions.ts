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

/** Platform: may publish StorageClasses, make one the default, and test one. @public */
export const storageClassCreatePermission = createPermission({
  name: 'volume-encryption.storage-class.create',
  attributes: { action: 'create' },
});

/** Platform: may give a tenant its credential and mount. @public */
export const tenantCreatePermission = createPermission({
  name: 'volume-encryption.tenant.create',
  attributes: { action: 'create' },
});

/** Platform: may renew and rotate a tenant's credential, and change whom its namespace serves. @public */
export const tenantUpdatePermission = createPermission({
  name: 'volume-encryption.tenant.update',
  attributes: { action: 'update' },
});

/** Platform: may take a tenant's access away; keys stay. @public */
export const tenantDeletePermission = createPermission({
  name: 'volume-encryption.tenant.delete',
  attributes: { action: 'delete' },
});

/**
 * May destroy the keys of an offboarded tenant, for good. Rather give it to
 * others than {@link tenantDeletePermission}.
 *
 * @public
 */
export const tenantKeysDestroyPermission = createPermission({
  name: 'volume-encryption.tenant.keys.destroy',
  attributes: { action: 'delete' },
});

/** Platform: may create, change and remove KMS connections. @public */
export const kmsConnectionUpdatePermission = createPermission({
  name: 'volume-encryption.kms-connection.update',
  attributes: { action: 'update' },
});

/** May set when the key of an entity's volume is changed. @public */
export const entityVolumesUpdatePermission = createPermission({
  name: 'volume-encryption.entity.volumes.update',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
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
  entityVolumesUpdatePermission,
  platformReadPermission,
  storageClassCreatePermission,
  tenantCreatePermission,
  tenantUpdatePermission,
  tenantDeletePermission,
  tenantKeysDestroyPermission,
  kmsConnectionUpdatePermission,
];

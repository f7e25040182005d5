import { createApiRef } from '@backstage/core-plugin-api';
import type {
  ClusterList,
  EntityVolumes,
  KmsConnectionList,
  StorageClassList,
  TenantList,
  VolumePage,
  VolumeView,
} from 'backstage-plugin-volume-encryption-common';

/**
 * What the pages and fields ask the backend for. Every method rejects with a
 * `VolumeEncryptionError` when the backend names a code, else with a
 * `ResponseError`.
 *
 * @public
 */
export interface VolumeEncryptionApi {
  /** A page of the volumes of an entity, and what could not be read. */
  getEntityVolumes(
    entityRef: string,
    page: VolumePage,
    signal?: AbortSignal,
  ): Promise<EntityVolumes>;
  /** One of them, whatever the page. */
  getEntityVolume(
    entityRef: string,
    volume: Pick<VolumeView, 'cluster' | 'namespace' | 'claim'>,
    signal?: AbortSignal,
  ): Promise<VolumeView>;
  /** The namespaces that serve an owner of the entity. */
  getEntityTenants(entityRef: string): Promise<TenantList>;
  /** The StorageClasses of a cluster, encrypted or not. */
  listStorageClasses(cluster: string): Promise<StorageClassList>;
  /** Every configured cluster, with its health. */
  listClusters(): Promise<ClusterList>;
  /** Every namespace of a cluster; for the platform team. */
  listNamespaces(cluster: string): Promise<TenantList>;
  /** The KMS connections that Ceph CSI of a cluster reads. */
  listKmsConnections(cluster: string): Promise<KmsConnectionList>;
}

/** Where both frontend systems find the client. @public */
export const volumeEncryptionApiRef = createApiRef<VolumeEncryptionApi>({
  id: 'plugin.volume-encryption.client',
});

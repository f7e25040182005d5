import { createApiRef } from '@backstage/core-plugin-api';
import type {
  BlastRadius,
  Capabilities,
  ClusterList,
  Coverage,
  CoverageBy,
  CustodyDrift,
  CustodySetup,
  EntityVolumes,
  IsolationMatrix,
  KeyRotation,
  KeyFilter,
  KmsConnectionList,
  KmsKeyPage,
  KmsList,
  KmsSource,
  PlatformFindingPage,
  PlatformVolumePage,
  PortalIdentity,
  ReceiptPage,
  StorageClassList,
  TenantInspection,
  TenantList,
  TenantPage,
  TenantsQuery,
  TenantSummary,
  Trend,
  TimelinePage,
  VolumeFilter,
  VolumePage,
  VolumeView,
} from 'backstage-plugin-volume-encryption-common';

/** Which page of a list that cannot be searched. @public */
export type ListPage = Pick<VolumePage, 'limit' | 'offset'>;

/** Which volumes, or what of them, and which page. @public */
export type OverviewQuery = VolumeFilter & ListPage;

/** Which part of the trend, and how many days of it. @public */
export type TrendQuery = Pick<VolumeFilter, 'cluster' | 'owner'> & {
  days: number;
};

/**
 * What names a tenant, and which of its credentials is meant where it has
 * several.
 *
 * @public
 */
export type TenantName = Pick<TenantSummary, 'cluster' | 'namespace' | 'kms'> &
  Partial<Pick<TenantSummary, 'custody'>>;

/** A volume, as one of an entity's. @public */
export type VolumeOfEntity = Pick<
  VolumeView,
  'cluster' | 'namespace' | 'claim'
> & { entityRef: string };

/** The set-up of one KMS for the tenants of one cluster. @public */
export interface CustodyScope {
  /** The portal's name of the KMS. */
  kms: string;
  cluster: string;
}

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
  /** How and when csi-addons changes the key of a volume of the entity. */
  getKeyRotation(
    entityRef: string,
    volume: Pick<VolumeView, 'cluster' | 'namespace' | 'claim'>,
    signal?: AbortSignal,
  ): Promise<KeyRotation>;
  /** A page of what changed with the volumes of an entity, newest first. */
  getEntityTimeline(
    entityRef: string,
    page: ListPage,
    signal?: AbortSignal,
  ): Promise<TimelinePage>;
  /** The same of one of them. */
  getVolumeTimeline(
    volume: VolumeOfEntity,
    page: ListPage,
    signal?: AbortSignal,
  ): Promise<TimelinePage>;
  /** The same of the credentials of a tenant. */
  getTenantTimeline(
    tenant: Pick<TenantSummary, 'cluster' | 'namespace'>,
    page: ListPage,
    signal?: AbortSignal,
  ): Promise<TimelinePage>;
  /** The namespaces that serve an owner of the entity. */
  getEntityTenants(entityRef: string): Promise<TenantList>;
  /** The StorageClasses of a cluster or of all, encrypted or not. */
  listStorageClasses(
    cluster?: string,
    signal?: AbortSignal,
  ): Promise<StorageClassList>;
  /** Every configured cluster, with its health. */
  listClusters(signal?: AbortSignal): Promise<ClusterList>;
  /** Every namespace of a cluster; for the platform team. */
  listNamespaces(cluster: string): Promise<TenantList>;
  /** The KMS connections that Ceph CSI of a cluster reads. */
  listKmsConnections(
    cluster: string,
    signal?: AbortSignal,
  ): Promise<KmsConnectionList>;
  /** Which ConfigMap Ceph CSI of a cluster reads its KMS connections from. */
  getKmsSource(cluster: string, signal?: AbortSignal): Promise<KmsSource>;
  /** Every configured Vault or OpenBao, with its health. */
  listKms(signal?: AbortSignal): Promise<KmsList>;
  /** What the user may do; of an entity too, when one is named. */
  getCapabilities(
    entityRef: string | undefined,
    signal?: AbortSignal,
  ): Promise<Capabilities>;
  /** A page of the tenants of all clusters. */
  listTenants(page: TenantsQuery, signal?: AbortSignal): Promise<TenantPage>;
  /** One tenant, asked of cluster and KMS now, with a page of its keys. */
  inspectTenant(
    tenant: TenantName,
    page: ListPage,
    signal?: AbortSignal,
  ): Promise<TenantInspection>;
  /** How many volumes of all clusters are encrypted, by one thing or another. */
  getCoverage(
    by: CoverageBy,
    query: OverviewQuery,
    signal?: AbortSignal,
  ): Promise<Coverage>;
  /** A page of the volumes of all clusters. */
  listVolumes(
    query: OverviewQuery,
    signal?: AbortSignal,
  ): Promise<PlatformVolumePage>;
  /** A page of what is not as it should be with them. */
  listFindings(
    query: OverviewQuery,
    signal?: AbortSignal,
  ): Promise<PlatformFindingPage>;
  /** All of either as a CSV file. */
  exportOverview(
    what: 'volumes' | 'findings',
    filter: VolumeFilter,
    signal?: AbortSignal,
  ): Promise<Blob>;
  /** The coverage over time, as it was recorded. */
  getTrend(query: TrendQuery, signal?: AbortSignal): Promise<Trend>;
  /** The same as a CSV file. */
  exportTrend(query: TrendQuery, signal?: AbortSignal): Promise<Blob>;
  /** A page of the receipts of shredded tenants, newest first. */
  listReceipts(page: ListPage, signal?: AbortSignal): Promise<ReceiptPage>;
  /** The set-up that an administrator applies once, rendered. */
  getCustodySetup(
    scope: CustodyScope,
    signal?: AbortSignal,
  ): Promise<CustodySetup>;
  /** How the KMS differs from that set-up, line by line. */
  getCustodyDrift(
    scope: CustodyScope,
    signal?: AbortSignal,
  ): Promise<CustodyDrift>;
  /** What the portal's own identity may do in a KMS. */
  getPortalIdentity(kms: string, signal?: AbortSignal): Promise<PortalIdentity>;
  /** What each tenant's credential may do on the paths of the others. */
  getIsolation(
    kms: string,
    page: ListPage,
    signal?: AbortSignal,
  ): Promise<IsolationMatrix>;
  /** A page of the keys in a KMS, and of those that should be there. */
  listKmsKeys(
    kms: string,
    query: KeyFilter & ListPage,
    signal?: AbortSignal,
  ): Promise<KmsKeyPage>;
  /** All of them as a CSV file. */
  exportKmsKeys(
    kms: string,
    filter: KeyFilter,
    signal?: AbortSignal,
  ): Promise<Blob>;
  /** How many volumes rest on one of the catalog's facts, and whose they are. */
  getBlastRadius(
    of: string,
    page: ListPage,
    signal?: AbortSignal,
  ): Promise<BlastRadius>;
}

/** Where both frontend systems find the client. @public */
export const volumeEncryptionApiRef = createApiRef<VolumeEncryptionApi>({
  id: 'plugin.volume-encryption.client',
});

import type { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  errorFromBody,
  type BlastRadius,
  type Capabilities,
  type ClusterList,
  type Coverage,
  type CoverageBy,
  type CustodyDrift,
  type CustodySetup,
  type EntityVolumes,
  type IsolationMatrix,
  type KeyRotation,
  type KeyFilter,
  type KmsConnectionList,
  type KmsKeyPage,
  type KmsList,
  type KmsSource,
  type PlatformFindingPage,
  type PlatformVolumePage,
  type PortalIdentity,
  type ReceiptPage,
  type StorageClassList,
  type TenantInspection,
  type TenantList,
  type TenantPage,
  type TenantsQuery,
  type Trend,
  type TenantSummary,
  type TimelinePage,
  type VolumeFilter,
  type VolumePage,
  type VolumeView,
} from 'backstage-plugin-volume-encryption-common';
import { entityPath, path, query } from './addresses';
import type {
  CustodyScope,
  ListPage,
  OverviewQuery,
  TenantName,
  TrendQuery,
  VolumeEncryptionApi,
  VolumeOfEntity,
} from './VolumeEncryptionApi';

/** {@link VolumeEncryptionApi} over HTTP, with the user's own credentials. */
export class VolumeEncryptionClient implements VolumeEncryptionApi {
  readonly #discoveryApi: DiscoveryApi;
  readonly #fetchApi: FetchApi;

  constructor(apis: { discoveryApi: DiscoveryApi; fetchApi: FetchApi }) {
    this.#discoveryApi = apis.discoveryApi;
    this.#fetchApi = apis.fetchApi;
  }

  getEntityVolumes(entityRef: string, page: VolumePage, signal?: AbortSignal) {
    return this.#get<EntityVolumes>(
      `${entityPath(entityRef, 'volumes')}${query({ ...page })}`,
      signal,
    );
  }

  getEntityVolume(
    entityRef: string,
    volume: Pick<VolumeView, 'cluster' | 'namespace' | 'claim'>,
    signal?: AbortSignal,
  ) {
    const { cluster, namespace, claim } = volume;
    return this.#get<VolumeView>(
      entityPath(entityRef, 'volumes', cluster, namespace, claim),
      signal,
    );
  }

  getKeyRotation(
    entityRef: string,
    volume: Pick<VolumeView, 'cluster' | 'namespace' | 'claim'>,
    signal?: AbortSignal,
  ) {
    const { cluster, namespace, claim } = volume;
    return this.#get<KeyRotation>(
      entityPath(
        entityRef,
        'volumes',
        cluster,
        namespace,
        claim,
        'key-rotation',
      ),
      signal,
    );
  }

  getEntityTimeline(entityRef: string, page: ListPage, signal?: AbortSignal) {
    return this.#get<TimelinePage>(
      `${entityPath(entityRef, 'timeline')}${query({ ...page })}`,
      signal,
    );
  }

  getVolumeTimeline(
    { entityRef, cluster, namespace, claim }: VolumeOfEntity,
    page: ListPage,
    signal?: AbortSignal,
  ) {
    const names = ['volumes', cluster, namespace, claim, 'timeline'];
    return this.#get<TimelinePage>(
      `${entityPath(entityRef, ...names)}${query({ ...page })}`,
      signal,
    );
  }

  getTenantTimeline(
    { cluster, namespace }: Pick<TenantSummary, 'cluster' | 'namespace'>,
    page: ListPage,
    signal?: AbortSignal,
  ) {
    return this.#get<TimelinePage>(
      `${path('tenants', cluster, namespace, 'timeline')}${query({ ...page })}`,
      signal,
    );
  }

  getEntityTenants(entityRef: string) {
    return this.#get<TenantList>(entityPath(entityRef, 'tenants'));
  }

  listStorageClasses(cluster?: string, signal?: AbortSignal) {
    return this.#get<StorageClassList>(
      `/storage-classes${query({ cluster })}`,
      signal,
    );
  }

  listClusters(signal?: AbortSignal) {
    return this.#get<ClusterList>('/clusters', signal);
  }

  listNamespaces(cluster: string) {
    return this.#get<TenantList>(path('clusters', cluster, 'namespaces'));
  }

  listKmsConnections(cluster: string, signal?: AbortSignal) {
    return this.#get<KmsConnectionList>(
      path('clusters', cluster, 'kms-connections'),
      signal,
    );
  }

  getKmsSource(cluster: string, signal?: AbortSignal) {
    return this.#get<KmsSource>(
      path('clusters', cluster, 'kms-source'),
      signal,
    );
  }

  listKms(signal?: AbortSignal) {
    return this.#get<KmsList>('/kms', signal);
  }

  getCapabilities(entityRef: string | undefined, signal?: AbortSignal) {
    return this.#get<Capabilities>(
      `/capabilities${query({ entityRef })}`,
      signal,
    );
  }

  listTenants(page: TenantsQuery, signal?: AbortSignal) {
    return this.#get<TenantPage>(`/tenants${query({ ...page })}`, signal);
  }

  inspectTenant(tenant: TenantName, page: ListPage, signal?: AbortSignal) {
    const { cluster, namespace, custody, kms } = tenant;
    const asked = query({ custody, kms, ...page });
    return this.#get<TenantInspection>(
      `${path('tenants', cluster, namespace)}${asked}`,
      signal,
    );
  }

  getCoverage(by: CoverageBy, asked: OverviewQuery, signal?: AbortSignal) {
    const parameters = query({ by, ...asked });
    return this.#get<Coverage>(`/coverage${parameters}`, signal);
  }

  listVolumes(asked: OverviewQuery, signal?: AbortSignal) {
    return this.#get<PlatformVolumePage>(
      `/volumes${query({ ...asked })}`,
      signal,
    );
  }

  listFindings(asked: OverviewQuery, signal?: AbortSignal) {
    return this.#get<PlatformFindingPage>(
      `/findings${query({ ...asked })}`,
      signal,
    );
  }

  exportOverview(
    what: 'volumes' | 'findings',
    filter: VolumeFilter,
    signal?: AbortSignal,
  ) {
    return this.#file(`/${what}.csv${query({ ...filter })}`, signal);
  }

  listKmsKeys(kms: string, asked: KeyFilter & ListPage, signal?: AbortSignal) {
    return this.#get<KmsKeyPage>(
      `${path('kms', kms, 'keys')}${query({ ...asked })}`,
      signal,
    );
  }

  exportKmsKeys(kms: string, filter: KeyFilter, signal?: AbortSignal) {
    return this.#file(
      `${path('kms', kms, 'keys.csv')}${query({ ...filter })}`,
      signal,
    );
  }

  getTrend(asked: TrendQuery, signal?: AbortSignal) {
    return this.#get<Trend>(`/overview/trend${query({ ...asked })}`, signal);
  }

  async exportTrend(asked: TrendQuery, signal?: AbortSignal) {
    const address = `/overview/trend.csv${query({ ...asked })}`;
    return (await this.#fetch(address, signal)).blob();
  }

  listReceipts(page: ListPage, signal?: AbortSignal) {
    return this.#get<ReceiptPage>(`/receipts${query({ ...page })}`, signal);
  }

  getCustodySetup({ kms, cluster }: CustodyScope, signal?: AbortSignal) {
    return this.#get<CustodySetup>(
      `${path('kms', kms, 'custody-setup')}${query({ cluster })}`,
      signal,
    );
  }

  getCustodyDrift({ kms, cluster }: CustodyScope, signal?: AbortSignal) {
    return this.#get<CustodyDrift>(
      `${path('kms', kms, 'custody-drift')}${query({ cluster })}`,
      signal,
    );
  }

  getPortalIdentity(kms: string, signal?: AbortSignal) {
    return this.#get<PortalIdentity>(path('kms', kms, 'identity'), signal);
  }

  getIsolation(kms: string, page: ListPage, signal?: AbortSignal) {
    return this.#get<IsolationMatrix>(
      `${path('kms', kms, 'isolation')}${query({ ...page })}`,
      signal,
    );
  }

  getBlastRadius(of: string, page: ListPage, signal?: AbortSignal) {
    return this.#get<BlastRadius>(
      `/blast-radius${query({ of, ...page })}`,
      signal,
    );
  }

  async #get<T>(address: string, signal?: AbortSignal): Promise<T> {
    const response = await this.#fetch(address, signal);
    return response.json();
  }

  async #file(address: string, signal?: AbortSignal): Promise<Blob> {
    const response = await this.#fetch(address, signal);
    return response.blob();
  }

  async #fetch(address: string, signal?: AbortSignal): Promise<Response> {
    const baseUrl = await this.#discoveryApi.getBaseUrl('volume-encryption');
    const response = await this.#fetchApi.fetch(`${baseUrl}${address}`, {
      signal,
    });
    if (!response.ok) throw await errorOf(response);
    return response;
  }
}

async function errorOf(response: Response): Promise<Error> {
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => undefined);
  return errorFromBody(body) ?? (await ResponseError.fromResponse(response));
}

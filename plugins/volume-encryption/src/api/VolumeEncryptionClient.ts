import { parseEntityRef } from '@backstage/catalog-model';
import type { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  errorFromBody,
  type ClusterList,
  type EntityVolumes,
  type KmsConnectionList,
  type StorageClassList,
  type TenantList,
  type VolumePage,
  type VolumeView,
} from 'backstage-plugin-volume-encryption-common';
import type { VolumeEncryptionApi } from './VolumeEncryptionApi';

/** {@link VolumeEncryptionApi} over HTTP, with the user's own credentials. */
export class VolumeEncryptionClient implements VolumeEncryptionApi {
  readonly #discoveryApi: DiscoveryApi;
  readonly #fetchApi: FetchApi;

  constructor(apis: { discoveryApi: DiscoveryApi; fetchApi: FetchApi }) {
    this.#discoveryApi = apis.discoveryApi;
    this.#fetchApi = apis.fetchApi;
  }

  getEntityVolumes(entityRef: string, page: VolumePage, signal?: AbortSignal) {
    const path = `${entityPath(entityRef, 'volumes')}${pageQuery(page)}`;
    return this.#get<EntityVolumes>(path, signal);
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

  getEntityTenants(entityRef: string) {
    return this.#get<TenantList>(entityPath(entityRef, 'tenants'));
  }

  listStorageClasses(cluster: string) {
    const query = new URLSearchParams({ cluster });
    return this.#get<StorageClassList>(`/storage-classes?${query}`);
  }

  listClusters() {
    return this.#get<ClusterList>('/clusters');
  }

  listNamespaces(cluster: string) {
    return this.#get<TenantList>(clusterPath(cluster, 'namespaces'));
  }

  listKmsConnections(cluster: string) {
    return this.#get<KmsConnectionList>(
      clusterPath(cluster, 'kms-connections'),
    );
  }

  async #get<T>(path: string, signal?: AbortSignal): Promise<T> {
    const baseUrl = await this.#discoveryApi.getBaseUrl('volume-encryption');
    const response = await this.#fetchApi.fetch(`${baseUrl}${path}`, {
      signal,
    });
    if (!response.ok) throw await errorOf(response);
    return response.json();
  }
}

function entityPath(entityRef: string, ...what: string[]): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  const segments = [kind, namespace, name, ...what].map(encodeURIComponent);
  return `/entities/${segments.join('/')}`;
}

function pageQuery({ limit, offset, search }: VolumePage): string {
  const given = Object.entries({ limit, offset, search }).flatMap(
    ([name, value]) => (value === undefined ? [] : [[name, `${value}`]]),
  );
  return given.length > 0 ? `?${new URLSearchParams(given)}` : '';
}

function clusterPath(cluster: string, what: string): string {
  return `/clusters/${encodeURIComponent(cluster)}/${what}`;
}

async function errorOf(response: Response): Promise<Error> {
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => undefined);
  return errorFromBody(body) ?? (await ResponseError.fromResponse(response));
}

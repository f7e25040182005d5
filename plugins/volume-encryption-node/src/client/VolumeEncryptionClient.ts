import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import {
  VolumeEncryptionError,
  type ClusterList,
  type EntityVolumes,
  type KmsConnectionList,
  type KmsList,
  type OperationRequest,
  type OperationResult,
  type PlanView,
  type StorageClassList,
  type TenantList,
  type VolumeView,
} from 'backstage-plugin-volume-encryption-common';
import { errorOfResponse } from './errorOfResponse';
import { pathOf } from './pathOf';
import { queryOf } from './queryOf';
import type {
  EntityAddress,
  EntityVolumeAddress,
  EntityVolumesAddress,
  RequestOptions,
  VolumeEncryptionService,
} from './VolumeEncryptionService';

const PLUGIN_ID = 'volume-encryption';

/** {@link VolumeEncryptionService} over HTTP. */
export class VolumeEncryptionClient implements VolumeEncryptionService {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;

  constructor(services: { auth: AuthService; discovery: DiscoveryService }) {
    this.#auth = services.auth;
    this.#discovery = services.discovery;
  }

  async getEntityVolumes(
    address: EntityVolumesAddress,
    options: RequestOptions,
  ) {
    const { limit, offset, search } = address;
    const path = pathOf('entities', ...segmentsOf(address), 'volumes');
    return this.#get<EntityVolumes>(
      `${path}${queryOf({ limit, offset, search })}`,
      options,
    );
  }

  async getEntityVolume(address: EntityVolumeAddress, options: RequestOptions) {
    const { cluster, claimNamespace, claim } = address;
    return this.#get<VolumeView>(
      pathOf(
        'entities',
        ...segmentsOf(address),
        ...['volumes', cluster, claimNamespace, claim],
      ),
      options,
    );
  }

  async getEntityTenants(address: EntityAddress, options: RequestOptions) {
    return this.#get<TenantList>(
      pathOf('entities', ...segmentsOf(address), 'tenants'),
      options,
    );
  }

  async listStorageClasses(
    { cluster }: { cluster?: string },
    options: RequestOptions,
  ) {
    return this.#get<StorageClassList>(
      `${pathOf('storage-classes')}${queryOf({ cluster })}`,
      options,
    );
  }

  async listKms(options: RequestOptions) {
    return this.#get<KmsList>(pathOf('kms'), options);
  }

  async listClusters(options: RequestOptions) {
    return this.#get<ClusterList>(pathOf('clusters'), options);
  }

  async listNamespaces(address: { cluster: string }, options: RequestOptions) {
    return this.#get<TenantList>(
      pathOf('clusters', address.cluster, 'namespaces'),
      options,
    );
  }

  async listKmsConnections(
    address: { cluster: string },
    options: RequestOptions,
  ) {
    return this.#get<KmsConnectionList>(
      pathOf('clusters', address.cluster, 'kms-connections'),
      options,
    );
  }

  async createPlan(request: OperationRequest, options: RequestOptions) {
    return this.#post<PlanView>(pathOf('plans'), request, options);
  }

  async runOperation(request: OperationRequest, options: RequestOptions) {
    return this.#post<OperationResult>(pathOf('operations'), request, options);
  }

  #get<T>(path: string, options: RequestOptions): Promise<T> {
    return this.#send(path, { method: 'GET' }, options);
  }

  #post<T>(
    path: string,
    body: OperationRequest,
    options: RequestOptions,
  ): Promise<T> {
    const request = {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    };
    return this.#send(path, request, options);
  }

  async #send<T>(
    path: string,
    request: {
      method: string;
      headers?: Record<string, string>;
      body?: string;
    },
    { credentials, signal }: RequestOptions,
  ): Promise<T> {
    const baseUrl = await this.#discovery.getBaseUrl(PLUGIN_ID);
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: credentials,
      targetPluginId: PLUGIN_ID,
    });
    const headers = { ...request.headers, Authorization: `Bearer ${token}` };
    const fail = () => {
      throw noAnswer(signal);
    };
    const response = await fetch(`${baseUrl}${path}`, {
      ...request,
      headers,
      signal,
    }).catch(fail);
    if (!response.ok) throw await errorOfResponse(response);
    return response.json().catch(fail);
  }
}

function segmentsOf({ kind, namespace, name }: EntityAddress) {
  return [kind, namespace, name];
}

/** The cause is left out: it could hold the request with its token. */
function noAnswer(signal: AbortSignal | undefined): Error {
  return signal?.aborted
    ? new VolumeEncryptionError('aborted', 'The request was aborted.')
    : new ServiceUnavailableError(
        'The volume-encryption backend did not answer. Is it installed and running?',
      );
}

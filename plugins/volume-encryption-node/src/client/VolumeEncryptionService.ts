import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  ClusterList,
  EntityVolumes,
  KmsConnectionList,
  KmsList,
  OperationRequest,
  OperationResult,
  PlanView,
  StorageClassList,
  TenantList,
  VolumePage,
  VolumeView,
} from 'backstage-plugin-volume-encryption-common';

/** Who asks, and how to stop. @public */
export interface RequestOptions {
  /** The request is made and authorized on behalf of this principal. */
  credentials: BackstageCredentials;
  signal?: AbortSignal;
}

/** A catalog entity by the parts of its ref. @public */
export interface EntityAddress {
  kind: string;
  namespace: string;
  name: string;
}

/** Which page of the volumes of one entity. @public */
export interface EntityVolumesAddress extends EntityAddress, VolumePage {}

/** One claim, as a volume of one entity. @public */
export interface EntityVolumeAddress extends EntityAddress {
  cluster: string;
  claimNamespace: string;
  claim: string;
}

/**
 * What the volume-encryption backend offers to other backends. The methods are
 * the operations of the OpenAPI document, which says what each returns.
 *
 * All throw `VolumeEncryptionError` as the backend threw it, with code
 * `aborted` when the signal ended the request; other failures are errors of
 * `@backstage/errors`.
 *
 * @public
 */
export interface VolumeEncryptionService {
  /** One page; `total` says how many volumes there are on all of them. */
  getEntityVolumes(
    address: EntityVolumesAddress,
    options: RequestOptions,
  ): Promise<EntityVolumes>;

  getEntityVolume(
    address: EntityVolumeAddress,
    options: RequestOptions,
  ): Promise<VolumeView>;

  getEntityTenants(
    address: EntityAddress,
    options: RequestOptions,
  ): Promise<TenantList>;

  listStorageClasses(
    filter: { cluster?: string },
    options: RequestOptions,
  ): Promise<StorageClassList>;

  listKms(options: RequestOptions): Promise<KmsList>;

  listClusters(options: RequestOptions): Promise<ClusterList>;

  listNamespaces(
    address: { cluster: string },
    options: RequestOptions,
  ): Promise<TenantList>;

  listKmsConnections(
    address: { cluster: string },
    options: RequestOptions,
  ): Promise<KmsConnectionList>;

  createPlan(
    request: OperationRequest,
    options: RequestOptions,
  ): Promise<PlanView>;

  runOperation(
    request: OperationRequest,
    options: RequestOptions,
  ): Promise<OperationResult>;
}

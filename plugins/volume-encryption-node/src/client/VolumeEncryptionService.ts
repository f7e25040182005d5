import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  BlastRadius,
  Capabilities,
  CatalogFactPage,
  ClaimRequest,
  ClusterList,
  CustodyDrift,
  CustodySetup,
  EntityVolumes,
  IsolationMatrix,
  KeyRotation,
  KmsConnectionList,
  KmsList,
  KmsSource,
  MovePlan,
  OperationProgress,
  OperationRequest,
  OperationResult,
  PlanView,
  PortalIdentity,
  Preflight,
  ReceiptPage,
  StorageClassList,
  TenantCredentialState,
  TenantCustody,
  TenantInspection,
  TenantList,
  TenantPage,
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

/** How the data of a claim shall move; the OpenAPI document has defaults. @public */
export interface MovePlanAddress extends EntityVolumeAddress {
  /** The encrypted class of the new volume. */
  storageClass: string;
  /** Name of the new claim. */
  newClaim?: string;
  /** Kubernetes quantity. */
  size?: string;
  /** Image of the Job that copies. */
  image?: string;
  /** The user that the Job runs as. */
  runAsUser?: number;
}

/** Which page of a list; the OpenAPI document has defaults and bounds. @public */
export interface PageAddress {
  /** How many at most, 1 to 500. */
  limit?: number;
  /** How many come before the page. */
  offset?: number;
}

/** Which tenants. @public */
export interface TenantsAddress extends PageAddress {
  /** Only of this cluster. */
  cluster?: string;
  /** Part of a namespace's, cluster's or owner's name. */
  search?: string;
  /** Only those whose credential is in this state. */
  state?: TenantCredentialState;
}

/** One tenant, and which page of its keys. @public */
export interface TenantAddress extends PageAddress {
  cluster: string;
  namespace: string;
  /** Which of its credentials, where it has several; else the first. */
  custody?: TenantCustody;
  /** The portal's name of the KMS that it is for. */
  kms?: string;
}

/** Which of the catalog's facts. @public */
export interface CatalogFactsAddress {
  /** The `next` of the page before. */
  after?: string;
  /** How many at most, 1 to 500. */
  limit?: number;
}

/** The set-up of one cluster's tenants in one KMS. @public */
export interface CustodyAddress {
  kms: string;
  cluster: string;
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

  getKmsSource(
    address: { cluster: string },
    options: RequestOptions,
  ): Promise<KmsSource>;

  getKeyRotation(
    address: EntityVolumeAddress,
    options: RequestOptions,
  ): Promise<KeyRotation>;

  /** How to move a volume's data to an encrypted one; starts nothing. */
  getMovePlan(
    address: MovePlanAddress,
    options: RequestOptions,
  ): Promise<MovePlan>;

  /** Permissions on resources are left out without an entity. */
  getCapabilities(
    filter: { entityRef?: string },
    options: RequestOptions,
  ): Promise<Capabilities>;

  listTenants(
    filter: TenantsAddress,
    options: RequestOptions,
  ): Promise<TenantPage>;

  inspectTenant(
    address: TenantAddress,
    options: RequestOptions,
  ): Promise<TenantInspection>;

  listReceipts(
    page: PageAddress,
    options: RequestOptions,
  ): Promise<ReceiptPage>;

  getCustodySetup(
    address: CustodyAddress,
    options: RequestOptions,
  ): Promise<CustodySetup>;

  getCustodyDrift(
    address: CustodyAddress,
    options: RequestOptions,
  ): Promise<CustodyDrift>;

  getPortalIdentity(
    address: { kms: string },
    options: RequestOptions,
  ): Promise<PortalIdentity>;

  getIsolation(
    address: { kms: string } & PageAddress,
    options: RequestOptions,
  ): Promise<IsolationMatrix>;

  listCatalogFacts(
    page: CatalogFactsAddress,
    options: RequestOptions,
  ): Promise<CatalogFactPage>;

  /** `of` is the id of one of the catalog's facts. */
  getBlastRadius(
    address: { of: string } & PageAddress,
    options: RequestOptions,
  ): Promise<BlastRadius>;

  createPlan(
    request: OperationRequest,
    options: RequestOptions,
  ): Promise<PlanView>;

  /** What stands in the way of a claim; nothing is made. */
  createPreflight(
    request: ClaimRequest,
    options: RequestOptions,
  ): Promise<Preflight>;

  /** Tells of steps, notes and receipts as they come, however it ends. */
  runOperation(
    request: OperationRequest,
    options: RequestOptions & {
      onProgress?: (progress: OperationProgress) => void;
    },
  ): Promise<OperationResult>;
}

import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
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
  OperationRequest,
  PlanView,
  PortalIdentity,
  Preflight,
  ReceiptPage,
  StorageClassList,
  TenantInspection,
  TenantList,
  TenantPage,
  VolumeView,
} from 'backstage-plugin-volume-encryption-common';
import { BackendTransport } from './BackendTransport';
import { pathOf } from './pathOf';
import type {
  CustodyAddress,
  CatalogFactsAddress,
  EntityAddress,
  EntityVolumeAddress,
  EntityVolumesAddress,
  MovePlanAddress,
  PageAddress,
  RequestOptions,
  TenantAddress,
  TenantsAddress,
  VolumeEncryptionService,
} from './VolumeEncryptionService';

/** {@link VolumeEncryptionService} over HTTP. */
export class VolumeEncryptionClient implements VolumeEncryptionService {
  readonly #backend: BackendTransport;

  constructor(services: { auth: AuthService; discovery: DiscoveryService }) {
    this.#backend = new BackendTransport(services);
  }

  async getEntityVolumes(
    address: EntityVolumesAddress,
    options: RequestOptions,
  ) {
    const { limit, offset, search } = address;
    const path = pathOf(...entityOf(address), 'volumes');
    const query = { limit, offset, search };
    return this.#backend.get<EntityVolumes>(path, query, options);
  }

  async getEntityVolume(address: EntityVolumeAddress, options: RequestOptions) {
    const path = pathOf(...volumeOf(address));
    return this.#backend.get<VolumeView>(path, {}, options);
  }

  async getEntityTenants(address: EntityAddress, options: RequestOptions) {
    const path = pathOf(...entityOf(address), 'tenants');
    return this.#backend.get<TenantList>(path, {}, options);
  }

  async listStorageClasses(
    { cluster }: { cluster?: string },
    options: RequestOptions,
  ) {
    const path = pathOf('storage-classes');
    return this.#backend.get<StorageClassList>(path, { cluster }, options);
  }

  async listKms(options: RequestOptions) {
    return this.#backend.get<KmsList>(pathOf('kms'), {}, options);
  }

  async listClusters(options: RequestOptions) {
    return this.#backend.get<ClusterList>(pathOf('clusters'), {}, options);
  }

  async listNamespaces(address: { cluster: string }, options: RequestOptions) {
    const path = pathOf('clusters', address.cluster, 'namespaces');
    return this.#backend.get<TenantList>(path, {}, options);
  }

  async listKmsConnections(
    address: { cluster: string },
    options: RequestOptions,
  ) {
    const path = pathOf('clusters', address.cluster, 'kms-connections');
    return this.#backend.get<KmsConnectionList>(path, {}, options);
  }

  async getKmsSource(address: { cluster: string }, options: RequestOptions) {
    const path = pathOf('clusters', address.cluster, 'kms-source');
    return this.#backend.get<KmsSource>(path, {}, options);
  }

  async getKeyRotation(address: EntityVolumeAddress, options: RequestOptions) {
    const path = pathOf(...volumeOf(address), 'key-rotation');
    return this.#backend.get<KeyRotation>(path, {}, options);
  }

  async getMovePlan(address: MovePlanAddress, options: RequestOptions) {
    const { storageClass, newClaim, size, image, runAsUser } = address;
    const path = pathOf(...volumeOf(address), 'move-plan');
    const query = { storageClass, newClaim, size, image, runAsUser };
    return this.#backend.get<MovePlan>(path, query, options);
  }

  async getCapabilities(
    { entityRef }: { entityRef?: string },
    options: RequestOptions,
  ) {
    const path = pathOf('capabilities');
    return this.#backend.get<Capabilities>(path, { entityRef }, options);
  }

  async listTenants(filter: TenantsAddress, options: RequestOptions) {
    const { cluster, search, state, limit, offset } = filter;
    const query = { cluster, search, state, limit, offset };
    return this.#backend.get<TenantPage>(pathOf('tenants'), query, options);
  }

  async inspectTenant(address: TenantAddress, options: RequestOptions) {
    const { cluster, namespace, custody, kms, limit, offset } = address;
    const path = pathOf('tenants', cluster, namespace);
    const query = { custody, kms, limit, offset };
    return this.#backend.get<TenantInspection>(path, query, options);
  }

  async listReceipts({ limit, offset }: PageAddress, options: RequestOptions) {
    const query = { limit, offset };
    return this.#backend.get<ReceiptPage>(pathOf('receipts'), query, options);
  }

  async getCustodySetup(address: CustodyAddress, options: RequestOptions) {
    const { kms, cluster } = address;
    const path = pathOf('kms', kms, 'custody-setup');
    return this.#backend.get<CustodySetup>(path, { cluster }, options);
  }

  async getCustodyDrift(address: CustodyAddress, options: RequestOptions) {
    const { kms, cluster } = address;
    const path = pathOf('kms', kms, 'custody-drift');
    return this.#backend.get<CustodyDrift>(path, { cluster }, options);
  }

  async getPortalIdentity({ kms }: { kms: string }, options: RequestOptions) {
    const path = pathOf('kms', kms, 'identity');
    return this.#backend.get<PortalIdentity>(path, {}, options);
  }

  async getIsolation(
    address: { kms: string } & PageAddress,
    options: RequestOptions,
  ) {
    const { kms, limit, offset } = address;
    const path = pathOf('kms', kms, 'isolation');
    const query = { limit, offset };
    return this.#backend.get<IsolationMatrix>(path, query, options);
  }

  async listCatalogFacts(page: CatalogFactsAddress, options: RequestOptions) {
    const { after, limit } = page;
    const path = pathOf('catalog-facts');
    return this.#backend.get<CatalogFactPage>(path, { after, limit }, options);
  }

  async getBlastRadius(
    address: { of: string } & PageAddress,
    options: RequestOptions,
  ) {
    const { of, limit, offset } = address;
    const query = { of, limit, offset };
    return this.#backend.get<BlastRadius>(
      pathOf('blast-radius'),
      query,
      options,
    );
  }

  async createPlan(request: OperationRequest, options: RequestOptions) {
    return this.#backend.post<PlanView>(pathOf('plans'), request, options);
  }

  async createPreflight(request: ClaimRequest, options: RequestOptions) {
    const path = pathOf('preflights');
    return this.#backend.post<Preflight>(path, request, options);
  }

  async runOperation(
    request: OperationRequest,
    options: Parameters<VolumeEncryptionService['runOperation']>[1],
  ) {
    const path = pathOf('operations');
    return this.#backend.postTold(path, request, options);
  }
}

function entityOf({ kind, namespace, name }: EntityAddress): string[] {
  return ['entities', kind, namespace, name];
}

function volumeOf(address: EntityVolumeAddress): string[] {
  const { cluster, claimNamespace, claim } = address;
  return [...entityOf(address), 'volumes', cluster, claimNamespace, claim];
}

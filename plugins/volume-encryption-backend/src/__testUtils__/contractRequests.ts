import {
  openApiDocument,
  type OperationRequest,
} from 'backstage-plugin-volume-encryption-common';
import { isRecord, itemsAt, textAt, valueAt } from '../network/valueAt';

/** One request of the contract. */
export interface ContractRequest {
  method: string;
  path: string;
}

/**
 * Every route of the contract, with names in place of its parameters; those of
 * the query only where they are required.
 */
export function contractRequests(
  nameOf: (parameter: string) => string,
): ContractRequest[] {
  return entriesAt(openApiDocument, 'paths').flatMap(([template, item]) =>
    entriesAt(item).map(([method, operation]) => {
      const path = template.replace(/\{(\w+)\}/g, (_, name) => nameOf(name));
      const query = requiredQuery(operation).map(
        name => `${name}=${nameOf(name)}`,
      );
      return { method, path: [path, ...query].join('?') };
    }),
  );
}

function requiredQuery(operation: unknown): string[] {
  return itemsAt(operation, 'parameters')
    .filter(it => textAt(it, 'in') === 'query' && valueAt(it, 'required'))
    .map(it => textAt(it, 'name') ?? '');
}

/** The operations that the contract knows. */
export function contractOperations(): string[] {
  const at = ['components', 'schemas', 'OperationRequest', 'discriminator'];
  return entriesAt(openApiDocument, ...at, 'mapping').map(([name]) => name);
}

function entriesAt(value: unknown, ...path: string[]): [string, unknown][] {
  const found = valueAt(value, ...path);
  return isRecord(found) ? Object.entries(found) : [];
}

/** Names that a request is about. */
export interface Place {
  cluster: string;
  namespace: string;
  kmsId: string;
}

type Requests = {
  [O in OperationRequest['operation']]: Extract<
    OperationRequest,
    { operation: O }
  >;
};

/** A request for each operation, for `component:default/ledger`. */
export function operationRequests(place: Place): Requests {
  const { cluster, namespace, kmsId } = place;
  const claim = {
    entityRef: 'component:default/ledger',
    cluster,
    namespace,
    name: 'ledger-data',
  };
  return {
    claim: {
      operation: 'claim',
      ...claim,
      storageClass: 'ceph-rbd-encrypted',
      size: '1Gi',
      accessMode: 'ReadWriteOnce',
      volumeMode: 'Filesystem',
    },
    'storage-class': {
      operation: 'storage-class',
      cluster,
      name: 'new-class',
      kmsId,
      provisioner: 'rook-ceph.rbd.csi.ceph.com',
      clusterId: 'rook-ceph',
      pool: 'replicapool',
      secretNamespace: 'rook-ceph',
      reclaimPolicy: 'Delete',
      bindingMode: 'Immediate',
    },
    'storage-class-default': {
      operation: 'storage-class-default',
      cluster,
      name: 'ceph-rbd-encrypted',
    },
    'smoke-test': {
      operation: 'smoke-test',
      cluster,
      namespace,
      storageClass: 'ceph-rbd-encrypted',
    },
    'kms-test': { operation: 'kms-test', cluster, kmsId: place.kmsId },
    'tenant-secret': { operation: 'tenant-secret', ...place },
    'tenant-service-account': { operation: 'tenant-service-account', ...place },
    'tenant-onboard': {
      operation: 'tenant-onboard',
      ...place,
      owner: 'group:default/payments',
      createNamespace: false,
    },
    'tenant-renew': { operation: 'tenant-renew', ...place },
    'tenant-rotate': { operation: 'tenant-rotate', ...place },
    'tenant-offboard': { operation: 'tenant-offboard', ...place },
    'tenant-shred': {
      operation: 'tenant-shred',
      ...place,
      confirm: `${cluster}.${namespace}`,
    },
    'namespace-consent': { operation: 'namespace-consent', cluster, namespace },
    'kms-connection': {
      operation: 'kms-connection',
      cluster,
      kmsId,
      options: { encryptionKMSType: 'vault', vaultAddress: 'http://x' },
    },
    'kms-connection-removal': {
      operation: 'kms-connection-removal',
      cluster,
      kmsId,
    },
    'key-rotation': {
      operation: 'key-rotation',
      ...claim,
      schedule: '@weekly',
    },
  };
}

import {
  requireConfigMapKey,
  requireDnsLabel,
  requireDnsSubdomain,
  requireVolumeSize,
  type ClaimRequest,
  type OperationRequest,
  type StorageClassRequest,
} from 'backstage-plugin-volume-encryption-common';

/**
 * Throws `invalid-input` for a name or size that Kubernetes would refuse, before
 * anything is read: an empty name in a path means all objects of the kind, and
 * `..` means another path.
 */
export function requireValidNames(request: OperationRequest): void {
  requireDnsLabel('cluster', request.cluster);
  switch (request.operation) {
    case 'storage-class':
      requireStorageClassNames(request);
      break;
    case 'storage-class-default':
      requireDnsSubdomain('name', request.name);
      break;
    case 'kms-test':
      requireConfigMapKey('kmsId', request.kmsId);
      break;
    case 'smoke-test':
      requireDnsLabel('namespace', request.namespace);
      requireDnsSubdomain('storageClass', request.storageClass);
      break;
    case 'claim':
      requireClaimNames(request);
      break;
    case 'kms-connection':
    case 'kms-connection-removal':
      requireConfigMapKey('kmsId', request.kmsId);
      break;
    case 'namespace-consent':
      requireDnsLabel('namespace', request.namespace);
      break;
    case 'key-rotation':
      requireDnsLabel('namespace', request.namespace);
      requireDnsSubdomain('name', request.name);
      break;
    default:
      requireDnsLabel('namespace', request.namespace);
      requireConfigMapKey('kmsId', request.kmsId);
  }
}

function requireStorageClassNames(request: StorageClassRequest): void {
  requireDnsSubdomain('name', request.name);
  requireConfigMapKey('kmsId', request.kmsId);
  requireDnsSubdomain('provisioner', request.provisioner);
  requireDnsLabel('secretNamespace', request.secretNamespace);
  for (const field of ['provisionerSecret', 'nodeSecret'] as const) {
    const name = request[field];
    if (name !== undefined) requireDnsSubdomain(field, name);
  }
}

function requireClaimNames(request: ClaimRequest): void {
  requireDnsLabel('namespace', request.namespace);
  requireDnsSubdomain('name', request.name);
  requireDnsSubdomain('storageClass', request.storageClass);
  requireVolumeSize('size', request.size);
}

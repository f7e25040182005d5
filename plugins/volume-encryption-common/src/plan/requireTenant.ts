import type { Reason } from '../contract/api';
import { VolumeEncryptionError } from '../contract/errors';
import {
  type KmsConnection,
  tenantObjectNames,
} from '../kmsConnection/kmsConnection';
import { requireConfigMapKey, requireDnsLabel } from '../kubernetes/names';
import type { Namespace } from '../kubernetes/objects';
import { requireNamespace } from './ownership';
import { requireUsableConnection } from './requireUsableConnection';
import type { TenantRequest } from './tenantSteps';
import type { TenantState } from './tenantState';

/** The type of connection that an operation is for, and which is for the other. */
const CUSTODY = {
  'tenant-service-account': 'vaulttenantsa',
  'tenant-secret': 'vaulttokens',
} as const;

/** What both tenant operations start from. */
export interface PlannedTenant {
  namespace: Namespace;
  /** Names of the objects that Ceph CSI looks for in the namespace. */
  names: ReturnType<typeof tenantObjectNames>;
  notes: Reason[];
}

/**
 * Checks a tenant request's names, namespace and connection. Throws
 * `invalid-input`, `not-found`, `unknown-connection`, and `invalid-input` for a
 * connection of the other custody.
 */
export function requireTenant(
  request: TenantRequest,
  state: TenantState,
): PlannedTenant {
  requireDnsLabel('cluster', request.cluster);
  requireDnsLabel('namespace', request.namespace);
  requireConfigMapKey('kmsId', request.kmsId);
  const namespace = requireNamespace(state.namespace, request.namespace);
  const { connection, notes } = requireUsableConnection(
    state.connections,
    request.kmsId,
  );
  requireCustody(request, connection);
  return { namespace, names: tenantObjectNames(connection), notes };
}

function requireCustody(
  { operation }: TenantRequest,
  { kmsId, kmsType }: KmsConnection,
): void {
  const wanted = CUSTODY[operation];
  if (kmsType === wanted) {
    return;
  }
  const other = Object.values(CUSTODY).find(type => type === kmsType);
  const orElse = other ? `, or the custody ${other}` : '';
  throw new VolumeEncryptionError(
    'invalid-input',
    `kmsId "${kmsId}" is a connection of type ${kmsType}. Choose one of type ${wanted}${orElse}.`,
    { field: 'kmsId' },
  );
}

import type {
  Reason,
  TenantSecretRequest,
  TenantServiceAccountRequest,
  TenantSummary,
} from '../contract/api';
import { VolumeEncryptionError } from '../contract/errors';
import { connectionInForce } from '../kmsConnection/connectionInForce';
import {
  type KmsConnection,
  tenantObjectNames,
} from '../kmsConnection/kmsConnection';
import { setupProblems } from '../kmsConnection/setupProblems';
import { requireConfigMapKey, requireDnsLabel } from '../kubernetes/names';
import type { Namespace } from '../kubernetes/objects';
import { requireNamespace } from './ownership';
import { requireOverridesFit } from './requireOverridesFit';
import { requireUsableConnection } from './requireUsableConnection';
import type { TenantRequest } from './tenantSteps';
import type { TenantState } from './tenantState';

/** The type of connection that an operation is for, and which is for the other. */
const CUSTODY = {
  'tenant-service-account': 'vaulttenantsa',
  'tenant-secret': 'vaulttokens',
} as const;

/** The connection that a tenant's request names. */
export interface TenantConnection {
  connection: KmsConnection;
  custody: TenantSummary['custody'];
  /** Names of the objects that Ceph CSI looks for in the namespace. */
  names: ReturnType<typeof tenantObjectNames>;
  notes: Reason[];
}

/** What both operations for one custody start from. */
export interface PlannedTenant extends TenantConnection {
  namespace: Namespace;
}

/**
 * Checks a tenant request's names, namespace and connection. Throws
 * `invalid-input`, `not-found`, `unknown-connection`, and `invalid-input` for a
 * connection of the other custody; `conflict` where the tenant's own ConfigMap
 * leads past what is set up.
 */
export function requireTenant(
  request: TenantSecretRequest | TenantServiceAccountRequest,
  state: TenantState,
): PlannedTenant {
  requireTenantNames(request);
  const namespace = requireNamespace(state.namespace, request.namespace);
  const { connection, notes } = requireUsableConnection(
    state.connections,
    request.kmsId,
  );
  const wanted = CUSTODY[request.operation];
  if (connection.kmsType !== wanted) throw otherType(connection, [wanted]);
  const names = tenantObjectNames(connection);
  const overrides = requireOverridesFit(connection, state);
  const setup = requireSetup(connection, state);
  return {
    ...{ namespace, connection, names },
    custody: wanted,
    notes: [...notes, ...overrides, ...setup],
  };
}

/** Throws `invalid-input` where Ceph CSI would look past what is made here. */
function requireSetup(
  connection: KmsConnection,
  { kms, configMap }: TenantState,
): Reason[] {
  const problems = setupProblems(
    connectionInForce(connection, configMap),
    kms.setup,
  );
  const fatal = problems.find(({ severity }) => severity === 'error');
  if (!fatal) return problems;
  throw new VolumeEncryptionError('invalid-input', fatal.message, {
    field: 'kmsId',
  });
}

/**
 * Checks a request's names, and that its connection gives tenants a credential
 * of their own, of whichever kind. Throws as {@link requireTenant}.
 */
export function requireTenantConnection(
  request: TenantRequest,
  { connections }: TenantState,
): TenantConnection {
  requireTenantNames(request);
  const { connection, notes } = requireUsableConnection(
    connections,
    request.kmsId,
  );
  const custody = custodyOf(connection);
  if (!custody) throw otherType(connection, Object.values(CUSTODY));
  const names = tenantObjectNames(connection);
  return { connection, custody, names, notes };
}

function requireTenantNames({ cluster, namespace, kmsId }: TenantRequest) {
  requireDnsLabel('cluster', cluster);
  requireDnsLabel('namespace', namespace);
  requireConfigMapKey('kmsId', kmsId);
}

function custodyOf({ kmsType }: KmsConnection) {
  return Object.values(CUSTODY).find(type => type === kmsType);
}

function otherType(connection: KmsConnection, wanted: string[]) {
  const { kmsId, kmsType } = connection;
  const other = wanted.length === 1 && custodyOf(connection);
  const orElse = other ? `, or the custody ${other}` : '';
  return new VolumeEncryptionError(
    'invalid-input',
    `kmsId "${kmsId}" is a connection of type ${kmsType}. Choose one of type ${wanted.join(' or ')}${orElse}.`,
    { field: 'kmsId' },
  );
}

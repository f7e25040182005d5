import type { Reason } from '../contract/api';
import { VolumeEncryptionError } from '../contract/errors';
import { tenantOverrides } from '../kmsConnection/connectionInForce';
import type { KmsConnection } from '../kmsConnection/kmsConnection';
import type { TenantState } from './tenantState';

/** With these Ceph CSI goes by what is made here nowhere. */
const DETOURS = ['vaultAddress', 'vaultNamespace', 'tenantSAName'];

/** What we set ourselves, or what moves nothing. */
const HARMLESS = [
  'vaultBackend',
  'vaultBackendPath',
  'vaultDestroyKeys',
  'vaultTLSServerName',
];

/**
 * Throws `conflict` when the tenant's own ConfigMap sends Ceph CSI to another
 * Vault, Vault namespace or ServiceAccount than those that are set up here, so
 * that nothing of it would be used. Returns a note of what else it sets.
 */
export function requireOverridesFit(
  connection: KmsConnection,
  { configMap }: Pick<TenantState, 'configMap'>,
): Reason[] {
  if (!configMap) return [];
  const { namespace, name } = configMap.meta;
  const set = tenantOverrides(connection, configMap).filter(
    option =>
      !HARMLESS.includes(option) &&
      configMap.data[option] !== connection.options[option],
  );
  const detour = set.find(option => DETOURS.includes(option));
  if (detour) {
    throw new VolumeEncryptionError(
      'conflict',
      `ConfigMap ${namespace}/${name} sets ${detour}, so Ceph CSI would not use what is set up here. Remove it from the ConfigMap, or use another namespace.`,
      { field: 'namespace' },
    );
  }
  if (set.length === 0) return [];
  return [
    {
      code: 'tenant-overrides',
      severity: 'warning',
      message: `ConfigMap ${namespace}/${name} sets ${set.join(', ')} in place of the KMS connection "${connection.kmsId}". Access that is set up by the connection may not be what Ceph CSI asks for.`,
    },
  ];
}

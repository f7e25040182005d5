import { VolumeEncryptionError } from '../contract/errors';
import {
  tenantObjectNames,
  type KmsConnection,
} from '../kmsConnection/kmsConnection';
import { parseConnections } from '../kmsConnection/parseConnections';
import type { ConnectionState } from './connectionState';
import { listed } from './listed';
import { isOurs } from './ownership';

/**
 * Throws `in-use` while tenants have credentials of ours that can be renewed,
 * rotated and taken away by this connection only. A malformed entry has none, and
 * neither has one of a KMS that the portal does not know: nothing can be done by
 * them as it is.
 */
export function requireNoTenants(kmsId: string, state: ConnectionState): void {
  const { connections } = parseConnections(state.configMap);
  const leaving = connections.find(it => it.kmsId === kmsId);
  if (!leaving) return;
  const others = connections.filter(
    it =>
      it.kmsId !== kmsId &&
      it.kmsType === leaving.kmsType &&
      kmsOf(it, state) === kmsOf(leaving, state),
  );
  const stranded = [...new Set(tenantsOf(leaving, others, state))];
  if (stranded.length === 0) return;
  throw new VolumeEncryptionError(
    'in-use',
    `The KMS connection "${kmsId}" is the only one by which the credentials of tenants can be rotated and taken away, in the namespaces ${listed(stranded.sort())}. Offboard them first, or make another connection of the same type to the same KMS.`,
    { field: 'kmsId' },
  );
}

function tenantsOf(
  leaving: KmsConnection,
  others: readonly KmsConnection[],
  state: ConnectionState,
): string[] {
  const kms = kmsOf(leaving, state);
  if (kms === undefined) return [];
  switch (leaving.kmsType) {
    case 'vaulttokens':
      return others.length > 0
        ? []
        : state.recordedTokens
            .filter(it => it.kms === kms)
            .map(({ namespace }) => namespace);
    case 'vaulttenantsa':
      return accountsOnlyOf(leaving, others, state);
    default:
      return [];
  }
}

/** Namespaces with an account of ours that no other connection looks for. */
function accountsOnlyOf(
  leaving: KmsConnection,
  others: readonly KmsConnection[],
  { serviceAccounts }: ConnectionState,
): string[] {
  const { serviceAccount: wanted } = tenantObjectNames(leaving);
  const isFound = others.some(
    it => tenantObjectNames(it).serviceAccount === wanted,
  );
  if (isFound) return [];
  return serviceAccounts
    .filter(it => it.meta.name === wanted && isOurs(it))
    .map(({ meta }) => meta.namespace ?? '');
}

function kmsOf(
  { options }: KmsConnection,
  { kmsNameOf }: ConnectionState,
): string | undefined {
  return kmsNameOf(options.vaultAddress ?? '');
}

import type { TenantRenewRequest } from '../contract/api';
import { VolumeEncryptionError } from '../contract/errors';
import { tenantId } from '../tenant/tenant';
import { freezePlan } from './freezePlan';
import type { Plan } from './plan';
import { requireExistingTenant } from './requireExistingTenant';
import { requireTenantConnection } from './requireTenant';
import type { TenantState } from './tenantState';

/**
 * Prolongs the tenant's token by its period. Throws `invalid-input` also for
 * custody `vaulttenantsa`, `not-found`, `unknown-connection`, and `conflict`
 * where no token of ours lives that could be renewed.
 *
 * @public
 */
export function planTenantRenew(
  request: TenantRenewRequest,
  state: TenantState,
): Plan {
  const connection = requireTenantConnection(request, state);
  const { cluster, namespace } = request;
  const id = tenantId(cluster, namespace);
  if (connection.custody !== 'vaulttokens') {
    throw new VolumeEncryptionError(
      'invalid-input',
      `Tenant "${id}" logs in with its ServiceAccount each time, so there is nothing to renew. Rotate it to end the tokens of the account.`,
      { field: 'kmsId' },
    );
  }
  requireExistingTenant(request, connection, state);
  if (!isLive(state)) {
    throw new VolumeEncryptionError(
      'conflict',
      `Tenant "${id}" has no token of ours that lives, and one that has ended cannot be renewed. Rotate it: that delivers a new one.`,
      { field: 'namespace' },
    );
  }
  return freezePlan({
    operation: 'tenant-renew',
    steps: [
      {
        kind: 'renew-token',
        id: 'token',
        title: `Token of tenant ${id} renewed`,
        change: 'update',
        kms: state.kms.name,
        cluster,
        namespace,
        tenantId: id,
      },
    ],
    notes: connection.notes,
  });
}

function isLive({ credential, now }: TenantState): boolean {
  return (
    credential !== undefined &&
    Date.parse(credential.expiresAt) > Date.parse(now)
  );
}

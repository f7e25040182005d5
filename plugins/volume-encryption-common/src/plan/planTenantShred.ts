import { ANNOTATION_OWNER } from '../contract/annotations';
import type { TenantShredRequest } from '../contract/api';
import { VolumeEncryptionError } from '../contract/errors';
import { tenantId } from '../tenant/tenant';
import { freezePlan } from './freezePlan';
import { listed } from './listed';
import { isOurs, titleOf } from './ownership';
import type { Plan, Step } from './plan';
import { planNote } from './planNotes';
import { credentialObjects, unlistedNotes } from './planTenantOffboard';
import { requireTenantConnection } from './requireTenant';
import { requireNothingRests } from './restingOnTenant';
import { requireOurMount } from './tenantSteps';
import type { LeavingTenantState } from './tenantState';

/**
 * Destroys every key of an offboarded tenant, for good, and its mount. Throws
 * `invalid-input` (also where the confirmation is not the tenant's id),
 * `unknown-connection`, `not-ours`, `in-use`, `cluster-unreachable` or
 * `cluster-denied` where another cluster could not be looked at, `conflict` for a
 * tenant that is not offboarded, and `not-allowed` where the portal has no credential for it.
 *
 * @public
 */
export function planTenantShred(
  request: TenantShredRequest,
  state: LeavingTenantState,
): Plan {
  const { notes } = requireTenantConnection(request, state);
  const id = tenantId(request.cluster, request.namespace);
  requireConfirmed(request, id);
  requireNothingRests(request, state);
  requireAllRead(state);
  requireOffboarded(id, state);
  requireCustodian(state);
  const path = requireOurMount(request, state);
  const { length } = state.keys;
  return freezePlan({
    operation: 'tenant-shred',
    steps: [
      stepOf('destroy-keys', request, { state, path }),
      stepOf('remove-mount', request, { state, path }),
    ],
    notes: [
      ...notes,
      ...unlistedNotes(state),
      planNote(
        'cannot-be-undone',
        'warning',
        `${length === 1 ? '1 key' : `${length} keys`} of tenant "${id}" with all versions will be destroyed for good: no copy, snapshot or backup of its volumes can be read again.`,
      ),
    ],
  });
}

function stepOf(
  kind: 'destroy-keys' | 'remove-mount',
  { cluster, namespace }: TenantShredRequest,
  { state, path }: { state: LeavingTenantState; path: string },
): Step {
  const isRemoval = kind === 'remove-mount';
  return {
    kind,
    id: isRemoval ? 'mount' : 'keys',
    title: isRemoval
      ? `Mount ${path} removed`
      : `Keys of mount ${path} destroyed`,
    // Without a mount the last step only closes the receipt.
    change:
      state.mount || (isRemoval && state.hasOpenReceipt) ? 'delete' : 'none',
    kms: state.kms.name,
    path,
    cluster,
    namespace,
    tenantId: tenantId(cluster, namespace),
  };
}

function requireConfirmed({ confirm }: TenantShredRequest, id: string): void {
  if (confirm !== id) {
    throw new VolumeEncryptionError(
      'invalid-input',
      `confirm is not the id of the tenant. Type "${id}" if its keys shall be destroyed for good.`,
      { field: 'confirm' },
    );
  }
}

/** A key that is destroyed is gone for every cluster. */
function requireAllRead({ otherClusters }: LeavingTenantState): void {
  for (const { name, objects } of otherClusters) {
    if (objects.status === 'observed') continue;
    throw new VolumeEncryptionError(
      objects.why === 'denied' ? 'cluster-denied' : 'cluster-unreachable',
      `Whether a volume or snapshot of cluster "${name}" needs these keys is not known: ${objects.detail} Nothing is destroyed before that is settled: see that the portal can read it, or take it out of the configuration if it is gone for good.`,
    );
  }
}

function requireOffboarded(id: string, state: LeavingTenantState): void {
  const { namespace, recordedTokens } = state;
  const left = credentialObjects(state).filter(isOurs).map(titleOf);
  if (namespace && Object.hasOwn(namespace.meta.annotations, ANNOTATION_OWNER))
    left.push(`the consent of namespace ${namespace.meta.name}`);
  if (recordedTokens > 0) left.push('tokens that are not ended');
  if (left.length === 0) return;
  throw new VolumeEncryptionError(
    'conflict',
    `Tenant "${id}" is not offboarded: there is still ${listed(left)}. Run tenant-offboard first.`,
    { field: 'namespace' },
  );
}

function requireCustodian({ kms, canDestroyKeys }: LeavingTenantState): void {
  if (canDestroyKeys) return;
  throw new VolumeEncryptionError(
    'not-allowed',
    `The portal has no credential that destroys keys in KMS "${kms.name}". Configure "custodian.auth" of this KMS in "volumeEncryption.kms", with the rights of the policy csi-custodian.`,
  );
}

import type { Reason, TenantOffboardRequest } from '../contract/api';
import { VolumeEncryptionError } from '../contract/errors';
import { tenantId } from '../tenant/tenant';
import { consentChange, withdrawalStep } from './consentSteps';
import { deleteStep, type TenantObject } from './deleteStep';
import { freezePlan } from './freezePlan';
import { listed } from './listed';
import { isOurs, titleOf } from './ownership';
import type { Plan, Step } from './plan';
import { planNote } from './planNotes';
import { requireTenantConnection } from './requireTenant';
import { requireNothingRests } from './restingOnTenant';
import { LABEL_CSI_KMS } from './tenantNotes';
import { requireOurMount, type TenantRequest } from './tenantSteps';
import type { LeavingTenantState } from './tenantState';

/**
 * Takes consent and access away, the cluster before Vault; mount, keys and
 * namespace stay, and so does what is not ours. Throws `invalid-input`,
 * `unknown-connection`, `in-use` while volumes or snapshots need the keys, and
 * `not-found` for what is no tenant.
 *
 * @public
 */
export function planTenantOffboard(
  request: TenantOffboardRequest,
  state: LeavingTenantState,
): Plan {
  const { notes } = requireTenantConnection(request, state);
  requireNothingRests(request, state);
  const isTenant = hasAccess(state);
  if (!isTenant && !state.mount) throw noTenant(request);
  const { cluster } = request;
  const { namespace } = state;
  const objects = credentialObjects(state);
  const labels = [LABEL_CSI_KMS];
  return freezePlan({
    operation: 'tenant-offboard',
    steps: [
      ...(namespace ? [withdrawalStep(namespace, { cluster, labels })] : []),
      ...objects
        .filter(it => isOurs(it) && !it.meta.deletedAt)
        .map(it => deleteStep(it, cluster)),
      ...wrappedSteps(state, cluster),
      revocationStep(request, state),
    ],
    notes: [
      ...notes,
      ...objects.filter(it => !isOurs(it)).map(foreignNote),
      ...elsewhereNotes(state),
      ...(isTenant ? [] : [endedNote(request)]),
      ...unlistedNotes(state),
      ...unreadNotes(state),
      ...keysNotes(request, state),
    ],
    consent: consentChange(namespace, undefined),
  });
}

/** Consent alone makes no tenant: a namespace may have it for other volumes. */
function hasAccess(state: LeavingTenantState): boolean {
  const { namespace, wrappedSecret, recordedTokens, otherKms } = state;
  return (
    [...credentialObjects(state), wrappedSecret].some(isOurs) ||
    recordedTokens + otherKms.length > 0 ||
    Object.hasOwn(namespace?.meta.labels ?? {}, LABEL_CSI_KMS)
  );
}

function noTenant({ cluster, namespace, kmsId }: TenantRequest) {
  const id = tenantId(cluster, namespace);
  return new VolumeEncryptionError(
    'not-found',
    `"${id}" is no tenant of KMS connection "${kmsId}": the portal made nothing for it, and has no mount of it. Check the name of cluster and namespace.`,
    { field: 'namespace' },
  );
}

function endedNote({ cluster, namespace }: TenantRequest): Reason {
  const id = tenantId(cluster, namespace);
  return planNote(
    'already-offboarded',
    'info',
    `Tenant "${id}" has no access any more: it was offboarded before.`,
  );
}

/** What a tenant has in its namespace, of either custody. */
export function credentialObjects({
  secret,
  serviceAccount,
  configMap,
}: LeavingTenantState): TenantObject[] {
  return [secret, serviceAccount, configMap].filter(it => it !== undefined);
}

/** What would be taken out of it later ends by the next step. */
function wrappedSteps(
  { wrappedSecret }: LeavingTenantState,
  cluster: string,
): Step[] {
  if (!wrappedSecret || !isOurs(wrappedSecret)) return [];
  return [
    { ...deleteStep(wrappedSecret, cluster), id: 'former-wrapped-secret' },
  ];
}

function revocationStep(
  { cluster, namespace }: TenantRequest,
  { kms, recordedTokens }: LeavingTenantState,
): Step {
  const id = tenantId(cluster, namespace);
  return {
    kind: 'revoke-tokens',
    id: 'tokens',
    title: `Tokens of tenant ${id} ended`,
    change: recordedTokens > 0 ? 'delete' : 'none',
    kms: kms.name,
    cluster,
    namespace,
    tenantId: id,
  };
}

function foreignNote(object: TenantObject): Reason {
  return planNote(
    'left-alone',
    'warning',
    `${titleOf(object)} was not made by this portal, so it is left as it is, and may give access still.`,
  );
}

function elsewhereNotes({ otherKms }: LeavingTenantState): Reason[] {
  if (otherKms.length === 0) return [];
  return [
    planNote(
      'tokens-elsewhere',
      'warning',
      `The tenant has tokens of KMS ${listed(otherKms)} as well, which stay in force: offboard it by a connection of that KMS, too.`,
    ),
  ];
}

/** What is in a folder that cannot be listed may be needed, by whatever it is. */
export function unlistedNotes({
  unlistedFolders,
  kms,
}: LeavingTenantState): Reason[] {
  if (unlistedFolders.length === 0) return [];
  return [
    planNote(
      'keys-unknown',
      'warning',
      `Folders of the tenant's mount in KMS "${kms.name}" cannot be listed, so it is not known which keys are in them, and whether anything needs these: ${listed(unlistedFolders)}. Somebody named them so that no path leads there; an administrator of the KMS has to look.`,
    ),
  ];
}

/** Access may be given again, so that this alone does not keep it from its end. */
function unreadNotes({ otherClusters }: LeavingTenantState): Reason[] {
  return otherClusters.flatMap(({ name, objects }) =>
    objects.status === 'observed'
      ? []
      : [
          planNote(
            'cluster-unread',
            'warning',
            `Whether a volume or snapshot of cluster "${name}" needs keys of this tenant is not known: ${objects.detail}`,
          ),
        ],
  );
}

function keysNotes(
  request: TenantRequest,
  state: LeavingTenantState,
): Reason[] {
  if (!state.mount) return [];
  const path = requireOurMount(request, state);
  const { length } = state.keys;
  return [
    planNote(
      'keys-stay',
      length > 0 ? 'warning' : 'info',
      `The mount "${path}" of KMS "${state.kms.name}" stays, with ${length === 1 ? '1 key' : `${length} keys`}. To destroy them for good, run tenant-shred, which needs a permission of its own.`,
    ),
  ];
}

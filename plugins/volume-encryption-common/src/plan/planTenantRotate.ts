import { judgeAccount } from '../accountLogin/judgeAccount';
import type { Reason, TenantRotateRequest } from '../contract/api';
import { VolumeEncryptionError } from '../contract/errors';
import { connectionInForce } from '../kmsConnection/connectionInForce';
import { observed } from '../observation/observed';
import { freezePlan } from './freezePlan';
import { deleteStep } from './deleteStep';
import { listed } from './listed';
import { isOurs, requireNamespace, requireOurs } from './ownership';
import type { Plan, Step } from './plan';
import { planNote } from './planNotes';
import { requireExistingTenant } from './requireExistingTenant';
import {
  requireTenantConnection,
  type TenantConnection,
} from './requireTenant';
import { serviceAccountStep } from './serviceAccountStep';
import type { RotationState } from './tenantState';
import { tokenStep } from './tokenStep';

/**
 * Gives the tenant a new credential and ends the former one. A token is in place
 * before the former one ends; a ServiceAccount has one name, so it is made anew
 * in its place, only where nothing is known to keep the new one from logging in.
 * Throws `invalid-input`, `not-found`, `unknown-connection`, `not-ours` and
 * `conflict`.
 *
 * @public
 */
export function planTenantRotate(
  request: TenantRotateRequest,
  state: RotationState,
): Plan {
  const connection = requireTenantConnection(request, state);
  requireNamespace(state.namespace, request.namespace);
  requireExistingTenant(request, connection, state);
  const steps =
    connection.custody === 'vaulttokens'
      ? [newTokenStep(request, connection, state)]
      : newAccountSteps(request, connection, state);
  return freezePlan({
    operation: 'tenant-rotate',
    steps,
    notes: [
      ...connection.notes,
      ...loginNotes(connection, state),
      endNote(connection),
    ],
  });
}

function newTokenStep(
  request: TenantRotateRequest,
  { names }: TenantConnection,
  state: RotationState,
): Step {
  if (!state.secret) {
    const missing = `Secret "${names.tokenSecret}"`;
    requireNoOther(request, missing, state.otherSecrets);
  }
  const step = tokenStep(request, { name: names.tokenSecret, state });
  return { ...step, change: state.secret ? 'update' : 'create' };
}

/** Behind the deletion the next run finds none, and goes on. */
function newAccountSteps(
  request: TenantRotateRequest,
  { names }: TenantConnection,
  state: RotationState,
): Step[] {
  const { serviceAccount: former } = state;
  requireOurs(former);
  if (!former) {
    const others = state.otherAccounts.filter(isOurs).map(it => it.meta.name);
    const missing = `ServiceAccount "${names.serviceAccount}"`;
    requireNoOther(request, missing, others);
  }
  const wanted = serviceAccountStep(request, {
    name: names.serviceAccount,
    state: { ...state, serviceAccount: undefined },
  });
  if (!former) return [wanted];
  const { manifest: replacement } = wanted;
  return [{ ...deleteStep(former, request.cluster), replacement }, wanted];
}

/** What has another connection's name would stay, and stay in force. */
function requireNoOther(
  { kmsId, namespace }: TenantRotateRequest,
  missing: string,
  others: readonly string[],
): void {
  if (others.length === 0) return;
  throw new VolumeEncryptionError(
    'conflict',
    `Namespace "${namespace}" has no ${missing} of KMS connection "${kmsId}", but ${listed(others)} of another: to rotate by this one would leave that in force. Choose the connection by which the tenant was onboarded.`,
    { field: 'kmsId' },
  );
}

/**
 * Nothing is taken away for an account that Vault is known to refuse. Throws
 * `conflict`; a note where it is not known.
 */
function loginNotes(
  { connection, custody, names }: TenantConnection,
  { login, namespace, configMap, serviceAccount, now }: RotationState,
): Reason[] {
  if (custody !== 'vaulttenantsa' || !login || !serviceAccount) return [];
  const inForce = connectionInForce(connection, configMap);
  const { status, detail } = judgeAccount(names.serviceAccount, inForce, {
    ...login,
    serviceAccount: observed(serviceAccount, now),
    namespace: observed(namespace, now),
  });
  if (status === 'ok') return [];
  if (status === 'unknown') {
    return [
      planNote(
        'login-not-known',
        'warning',
        `Whether a new ServiceAccount can log in was not settled beforehand. ${detail}`,
      ),
    ];
  }
  throw new VolumeEncryptionError(
    'conflict',
    `A new ServiceAccount could not log in, so the former one was left as it is. ${detail}`,
  );
}

function endNote({ custody, names }: TenantConnection): Reason {
  return planNote(
    'former-credential-ends',
    'info',
    custody === 'vaulttokens'
      ? 'The former token ends when the new one is in its place; volumes that are mounted stay mounted.'
      : `Every token of the former ServiceAccount "${names.serviceAccount}" ends with it, because it is bound to the account's uid; one that the API server has just reviewed counts for 10 seconds more. What Vault gave for a login before ends within the token TTL of its role, usually 10 minutes. Volumes that are mounted stay mounted; a mount in the moment between is tried again by Kubernetes.`,
  );
}

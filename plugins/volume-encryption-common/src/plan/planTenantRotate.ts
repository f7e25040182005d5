import type { Reason, TenantRotateRequest } from '../contract/api';
import { freezePlan } from './freezePlan';
import { deleteStep } from './deleteStep';
import { requireNamespace, requireOurs } from './ownership';
import type { Plan, Step } from './plan';
import { planNote } from './planNotes';
import { requireExistingTenant } from './requireExistingTenant';
import {
  requireTenantConnection,
  type TenantConnection,
} from './requireTenant';
import { serviceAccountStep } from './serviceAccountStep';
import type { TenantState } from './tenantState';
import { tokenStep } from './tokenStep';

/**
 * Gives the tenant a new credential and ends the former one. A token is in place
 * before the former one ends; a ServiceAccount has one name, so it is made anew
 * in its place. Throws `invalid-input`, `not-found`, `unknown-connection`,
 * `not-ours` and `conflict`.
 *
 * @public
 */
export function planTenantRotate(
  request: TenantRotateRequest,
  state: TenantState,
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
    notes: [...connection.notes, endNote(connection)],
  });
}

function newTokenStep(
  request: TenantRotateRequest,
  { names }: TenantConnection,
  state: TenantState,
): Step {
  const step = tokenStep(request, { name: names.tokenSecret, state });
  return { ...step, change: state.secret ? 'update' : 'create' };
}

/** Behind the deletion the next run finds none, and goes on. */
function newAccountSteps(
  request: TenantRotateRequest,
  { names }: TenantConnection,
  state: TenantState,
): Step[] {
  const { serviceAccount: former } = state;
  requireOurs(former);
  const wanted = serviceAccountStep(request, {
    name: names.serviceAccount,
    state: { ...state, serviceAccount: undefined },
  });
  if (!former) return [wanted];
  return [{ ...deleteStep(former, request.cluster), mustBeGone: true }, wanted];
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

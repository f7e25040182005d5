import type { TenantOnboardRequest } from '../contract/api';
import { VolumeEncryptionError } from '../contract/errors';
import type { Namespace } from '../kubernetes/objects';
import { consentedOwner } from '../tenant/tenant';
import { consentChange, consentStep, SELECTED } from './consentSteps';
import { freezePlan } from './freezePlan';
import { newNamespacePlan } from './newNamespace';
import { requireNamespace } from './ownership';
import type { Plan, Step } from './plan';
import { requireOverridesFit } from './requireOverridesFit';
import { requireOwnerRef } from './requireOwnerRef';
import {
  requireTenantConnection,
  type TenantConnection,
} from './requireTenant';
import { requireTenantNamespace } from './requireTenantNamespace';
import { serviceAccountStep } from './serviceAccountStep';
import { configMapStep, mountStep } from './tenantSteps';
import type { TenantState } from './tenantState';
import { tokenStep } from './tokenStep';

/**
 * From a namespace, or none, to a tenant: mount, path and credential, of the
 * custody that the connection is for. Consent comes last, so that no component
 * asks for a volume that could not be made. Throws `invalid-input`, `not-found`,
 * `unknown-connection`, `not-ours`, `cluster-denied` where no namespace can be
 * made, and `conflict` for a namespace that serves
 * another owner, whose keys would be left behind, or whose own ConfigMap leads
 * past what is set up.
 *
 * @public
 */
export function planTenantOnboard(
  request: TenantOnboardRequest,
  state: TenantState,
): Plan {
  const connection = requireTenantConnection(request, state);
  const { cluster, namespace: name } = request;
  requireTenantNamespace(name, state.csiNamespace);
  const owner = requireOwnerRef(request.owner);
  const namespace = requireNamespaceFor(owner, request, state);
  const labels = connection.custody === 'vaulttenantsa' ? SELECTED : {};
  const consent = { cluster, owner, labels };
  const overrides = requireOverridesFit(connection.connection, state);
  const access = accessSteps(request, connection, state);
  const around = namespace
    ? { first: [], last: [consentStep(namespace, consent)], notes: [] }
    : newNamespacePlan(name, consent, state.newNamespace);
  return freezePlan({
    operation: 'tenant-onboard',
    steps: [...around.first, ...access, ...around.last],
    notes: [...connection.notes, ...overrides, ...around.notes],
    consent:
      around.last.length > 0 ? consentChange(namespace, owner) : undefined,
  });
}

/** Vault comes first, so that nothing points to a mount that is not there. */
function accessSteps(
  request: TenantOnboardRequest,
  { custody, names }: TenantConnection,
  state: TenantState,
): Step[] {
  const mount = mountStep(request, state);
  const configMap = configMapStep(request, { name: names.configMap, state });
  if (custody === 'vaulttokens') {
    const name = names.tokenSecret;
    return [mount, configMap, tokenStep(request, { name, state })];
  }
  const name = names.serviceAccount;
  return [mount, serviceAccountStep(request, { name, state }), configMap];
}

function requireNamespaceFor(
  owner: string,
  request: TenantOnboardRequest,
  state: TenantState,
): Namespace | undefined {
  const { namespace: name, createNamespace } = request;
  if (!state.namespace) {
    if (createNamespace) return undefined;
    throw new VolumeEncryptionError(
      'not-found',
      `This cluster has no namespace "${name}". Set createNamespace to have it made, or choose one that exists.`,
      { field: 'namespace' },
    );
  }
  const namespace = requireNamespace(state.namespace, name);
  const served = consentedOwner(namespace);
  if (served !== undefined && served !== owner) {
    throw new VolumeEncryptionError(
      'conflict',
      `Namespace "${name}" serves ${served}, not ${owner}. Change it by template "Consent of a namespace" (namespace-consent) first, or choose another namespace.`,
      { field: 'owner' },
    );
  }
  return namespace;
}

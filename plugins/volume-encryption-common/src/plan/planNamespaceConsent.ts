import type { NamespaceConsentRequest, Reason } from '../contract/api';
import { requireDnsLabel } from '../kubernetes/names';
import type { Namespace } from '../kubernetes/objects';
import { consentedOwner } from '../tenant/tenant';
import { consentChange, consentStep, withdrawalStep } from './consentSteps';
import { freezePlan } from './freezePlan';
import { requireNamespace } from './ownership';
import type { Plan } from './plan';
import { planNote } from './planNotes';
import { requireOwnerRef } from './requireOwnerRef';
import { requireTenantNamespace } from './requireTenantNamespace';

/** What the cluster holds now. @public */
export interface ConsentState {
  namespace?: Namespace;
  /** Namespace of the Ceph CSI pods, which is no tenant. */
  csiNamespace: string;
}

/**
 * Sets or changes whom the namespace serves, or takes the consent back. Throws
 * `invalid-input`, `not-found` and `conflict`.
 *
 * @public
 */
export function planNamespaceConsent(
  request: NamespaceConsentRequest,
  state: ConsentState,
): Plan {
  const { cluster, namespace: name } = request;
  requireDnsLabel('cluster', cluster);
  requireDnsLabel('namespace', name);
  const namespace = requireNamespace(state.namespace, name);
  const owner =
    request.owner === undefined ? undefined : requireOwnerRef(request.owner);
  if (owner) requireTenantNamespace(name, state.csiNamespace);
  return freezePlan({
    operation: 'namespace-consent',
    steps: [
      owner
        ? consentStep(namespace, { cluster, owner, labels: {} })
        : withdrawalStep(namespace, { cluster }),
    ],
    notes: leavingNotes(namespace, owner),
    consent: consentChange(namespace, owner),
  });
}

function leavingNotes(
  namespace: Namespace,
  owner: string | undefined,
): Reason[] {
  const former = consentedOwner(namespace);
  if (former === undefined || former === owner) return [];
  return [
    planNote(
      'claims-stay',
      'warning',
      `Components of ${former} no longer see the volumes of namespace "${namespace.meta.name}", nor get new ones. Its claims, pods and credential stay as they are.`,
    ),
  ];
}

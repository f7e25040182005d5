import { ANNOTATION_OWNER } from '../contract/annotations';
import { VolumeEncryptionError } from '../contract/errors';
import type { Reason } from '../contract/api';
import {
  firstConsentStep,
  newNamespaceStep,
  type WantedConsent,
} from './consentSteps';
import type { Step } from './plan';
import { planNote } from './planNotes';
import { requestProjectStep } from './requestProjectStep';
import type { NewNamespace } from './tenantState';

/** What is done about a namespace that is not there yet. */
export interface NamespacePlan {
  /** Before anything is put in it. */
  first: Step[];
  /** When all is in it. */
  last: Step[];
  notes: Reason[];
}

/**
 * The namespace itself where that may be made, otherwise a project request, as
 * OpenShift has it. Throws `cluster-denied` where neither is allowed.
 */
export function newNamespacePlan(
  name: string,
  consent: WantedConsent,
  { by, mayPatch }: NewNamespace = { by: 'namespace', mayPatch: true },
): NamespacePlan {
  if (by === 'namespace') {
    return {
      first: [newNamespaceStep(name, consent)],
      last: [firstConsentStep(name, consent)],
      notes: [],
    };
  }
  if (by === 'none') throw noWay(name, consent.cluster);
  return {
    first: [requestProjectStep(name, consent)],
    last: mayPatch ? [firstConsentStep(name, consent)] : [],
    notes: [
      requesterNote(name),
      ...(mayPatch ? [] : [consentLeftNote(name, consent)]),
    ],
  };
}

function noWay(name: string, cluster: string): VolumeEncryptionError {
  return new VolumeEncryptionError(
    'cluster-denied',
    `Cluster "${cluster}" lets the portal neither create namespaces nor request projects. Have namespace "${name}" made by the cluster's administrator and choose it then, or give the portal "create" on namespaces, or on OpenShift the ClusterRole self-provisioner.`,
    { field: 'createNamespace' },
  );
}

/** OpenShift's default project template (openshift/origin project/registry). */
function requesterNote(name: string): Reason {
  return planNote(
    'project-admin',
    'warning',
    `Unless the cluster has a project template of its own, OpenShift makes the portal administrator of project "${name}", who may read its Secrets and act as its ServiceAccounts. The administrator of the cluster should take that away afterwards: oc adm policy remove-role-from-user admin <the portal's user> -n ${name}`,
  );
}

function consentLeftNote(
  name: string,
  { owner, labels }: WantedConsent,
): Reason {
  const label = Object.entries(labels)
    .map(([key, value]) => `oc label namespace ${name} ${key}=${value} && `)
    .join('');
  return planNote(
    'consent-left',
    'warning',
    `The portal may not change namespaces of this cluster, so no component may use "${name}" before the administrator of the cluster runs: ${label}oc annotate namespace ${name} ${ANNOTATION_OWNER}=${owner}`,
  );
}

import type {
  OperationResult,
  Plan,
  Step,
} from 'backstage-plugin-volume-encryption-common';

type Reference = OperationResult['references'][number];

/** What the steps of a plan leave behind, by name. */
export function referencesOf(plan: Plan): Reference[] {
  return plan.steps.map(referenceOf);
}

function referenceOf(step: Step): Reference {
  switch (step.kind) {
    case 'apply': {
      const { kind, metadata } = step.manifest;
      const { namespace, name } = metadata;
      return { kind, cluster: step.cluster, namespace, name };
    }
    case 'ensure-mount':
      return { kind: 'Mount', name: step.path };
    case 'deliver-token': {
      const { cluster, namespace, secretName } = step;
      return { kind: 'Secret', cluster, namespace, name: secretName };
    }
    case 'patch':
    case 'delete': {
      const { kind, namespace, name } = step.target;
      return { kind, cluster: step.cluster, namespace, name };
    }
    case 'renew-token':
    case 'revoke-tokens':
      return { kind: 'Token', cluster: step.cluster, name: step.tenantId };
    default:
      return { kind: 'Mount', name: step.path };
  }
}

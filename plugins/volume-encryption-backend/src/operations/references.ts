import type {
  OperationResult,
  Plan,
  KmsTestStep,
  SmokeTestStep,
  Step,
} from 'backstage-plugin-volume-encryption-common';

type Reference = OperationResult['references'][number];

/** What the steps of a plan leave behind, by name; a test leaves nothing. */
export function referencesOf(plan: Plan): Reference[] {
  return plan.steps.flatMap(step =>
    step.kind === 'smoke-test' || step.kind === 'kms-test'
      ? []
      : [referenceOf(step)],
  );
}

function referenceOf(
  step: Exclude<Step, SmokeTestStep | KmsTestStep>,
): Reference {
  switch (step.kind) {
    case 'apply': {
      const { kind, metadata } = step.manifest;
      const { namespace, name } = metadata;
      return { kind, cluster: step.cluster, namespace, name };
    }
    case 'request-project': {
      const { name } = step.request.metadata;
      return { kind: 'Namespace', cluster: step.cluster, name };
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

import { stringify } from 'yaml';
import type { Plan, Step } from './plan';
import { shownPatch } from './shownPatch';

/**
 * The plan as YAML documents for `kubectl apply` or a pull request, in the
 * plan's order. What is to be done in Vault stands as a comment in its place;
 * no token or other secret value is ever in it.
 */
export function renderManifests(plan: Plan): string {
  return plan.steps.map(step => `---\n${documentOf(step)}`).join('');
}

function documentOf(step: Step): string {
  switch (step.kind) {
    case 'apply':
      return stringify(step.manifest, { lineWidth: 0 });
    case 'request-project':
      return stringify(step.request, { lineWidth: 0 });
    case 'ensure-mount':
      return comment([
        `In Vault (KMS ${step.kms}), before the objects below:`,
        `vault secrets enable -path=${step.path} -version=2 kv`,
      ]);
    case 'deliver-token':
      return comment([
        `A token for tenant ${step.tenantId}, from the token role of KMS ${step.kms}, belongs`,
        `in Secret ${step.namespace}/${step.secretName}, data key "token". The portal mints and`,
        'delivers it when the operation is run. Never commit a token.',
      ]);
    case 'kms-test':
      return stringify(step.job, { lineWidth: 0 });
    case 'smoke-test':
      return [step.claim, step.job]
        .map(it => stringify(it, { lineWidth: 0 }))
        .join('---\n');
    case 'patch':
      return comment([
        `The portal does when the operation is run: ${step.title}, by a merge patch of`,
        ...stringify(shownPatch(step.patch), { lineWidth: 0 })
          .trimEnd()
          .split('\n'),
      ]);
    default:
      return comment([
        `The portal does when the operation is run: ${step.title}`,
      ]);
  }
}

function comment(lines: string[]): string {
  return lines.map(line => `# ${line}\n`).join('');
}

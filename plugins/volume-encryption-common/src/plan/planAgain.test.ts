import { LABEL_MANAGED_BY, MANAGER } from '../contract/annotations';
import type { Plan, Step } from './plan';
import { planTenantSecret } from './planTenantSecret';
import { planTenantServiceAccount } from './planTenantServiceAccount';
import type { TenantState } from './tenantState';
import { metaOf, tenantConfigOf, tenantStateOf } from './testState';

/** The state after a step that was carried out whole. */
function after(state: TenantState, step: Step): TenantState {
  if (step.kind === 'ensure-mount') {
    return { ...state, mount: { type: 'kv', version: '2' } };
  }
  const labels = { [LABEL_MANAGED_BY]: MANAGER };
  if (step.kind === 'deliver-token') {
    return {
      ...state,
      secret: { kind: 'Secret', meta: metaOf(step.secretName, { labels }) },
      credential: { expiresAt: '2026-02-01T00:00:00Z' },
    };
  }
  if (step.kind !== 'apply') throw new Error(`No test for ${step.kind}`);
  return step.manifest.kind === 'ConfigMap'
    ? { ...state, configMap: tenantConfigOf() }
    : {
        ...state,
        serviceAccount: {
          kind: 'ServiceAccount',
          meta: metaOf(step.manifest.metadata.name, { labels }),
        },
      };
}

const tenant = { cluster: 'prod', namespace: 'payments' };
const planners: [string, (state: TenantState) => Plan][] = [
  [
    'tenant-secret',
    state =>
      planTenantSecret(
        { operation: 'tenant-secret', ...tenant, kmsId: 'vault-tokens' },
        state,
      ),
  ],
  [
    'tenant-service-account',
    state =>
      planTenantServiceAccount(
        { operation: 'tenant-service-account', ...tenant, kmsId: 'vault-sa' },
        state,
      ),
  ],
];

describe.each(planners)('%s after a crash', (_operation, plan) => {
  const { steps } = plan(tenantStateOf());

  it.each(steps.map((step, done) => [done, step.id]))(
    'behind %d steps goes on with %s',
    done => {
      const state = steps.slice(0, done).reduce(after, tenantStateOf());
      const again = plan(state);
      expect(again.steps.map(({ id }) => id)).toEqual(
        steps.map(({ id }) => id),
      );
      expect(again.steps.map(({ change }) => change)).toEqual(
        steps.map((_, n) => (n < done ? 'none' : 'create')),
      );
    },
  );

  it('behind the last step changes nothing', () => {
    const state = steps.reduce(after, tenantStateOf());
    expect(plan(state).steps.map(({ change }) => change)).toEqual(
      steps.map(() => 'none'),
    );
  });
});

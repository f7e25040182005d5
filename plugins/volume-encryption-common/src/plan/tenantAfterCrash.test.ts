import type { Plan, Step } from './plan';
import { planNamespaceConsent } from './planNamespaceConsent';
import { planTenantOffboard } from './planTenantOffboard';
import { planTenantOnboard } from './planTenantOnboard';
import { planTenantRotate } from './planTenantRotate';
import { planTenantShred } from './planTenantShred';
import type { LeavingTenantState } from './tenantState';
import { namespaceOf, tenantConfigOf } from './testState';
import { accountOf, KV2, leavingStateOf, secretOf, TENANT } from './testTenant';

type State = LeavingTenantState;
type Of<K extends Step['kind']> = Extract<Step, { kind: K }>;

/** The state after a step that was carried out whole. */
function after(state: State, step: Step): State {
  switch (step.kind) {
    case 'ensure-mount':
      return { ...state, mount: KV2 };
    case 'remove-mount':
      return { ...state, mount: undefined };
    case 'destroy-keys':
      return { ...state, keys: [] };
    case 'revoke-tokens':
      return { ...state, recordedTokens: 0 };
    case 'deliver-token':
      return {
        ...state,
        secret: secretOf(),
        credential: { expiresAt: '2026-02-01T00:00:00Z' },
        recordedTokens: 1,
      };
    case 'patch':
      return { ...state, namespace: patched(state, step) };
    case 'delete':
      return without(state, step);
    case 'apply':
      return { ...state, ...applied(step) };
    default:
      throw new Error(`No test for ${step.kind}`);
  }
}

function applied({ manifest }: Of<'apply'>): Partial<State> {
  const { labels, annotations = {} } = manifest.metadata;
  switch (manifest.kind) {
    case 'Namespace':
      return { namespace: namespaceOf({ labels, annotations }) };
    case 'ConfigMap':
      return { configMap: tenantConfigOf() };
    default:
      return { serviceAccount: accountOf({ uid: 'made-anew' }) };
  }
}

function patched({ namespace }: State, { patch }: Of<'patch'>) {
  const { labels, annotations } = namespace?.meta ?? {};
  return namespaceOf({
    labels: merged(labels, patch.labels),
    annotations: merged(annotations, patch.annotations),
  });
}

function merged(
  before: Record<string, string> = {},
  patch: Record<string, string | null> = {},
): Record<string, string> {
  const all = Object.entries({ ...before, ...patch });
  return Object.fromEntries(
    all.flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  );
}

function without(state: State, { target }: Of<'delete'>): State {
  const { secret, serviceAccount, configMap, ...rest } = state;
  const left = [secret, serviceAccount, configMap].filter(
    it => it?.kind !== target.kind,
  );
  return {
    ...rest,
    secret: left.find(it => it?.kind === 'Secret'),
    serviceAccount: left.find(it => it?.kind === 'ServiceAccount'),
    configMap: left.find(it => it?.kind === 'ConfigMap'),
  };
}

const changed = ({ steps }: Plan) => steps.filter(it => it.change !== 'none');

const onboard =
  (kmsId: string, createNamespace = false) =>
  (state: State) =>
    planTenantOnboard(
      {
        operation: 'tenant-onboard',
        ...TENANT,
        ...{ kmsId, createNamespace, owner: 'payments' },
      },
      state,
    );
const full = leavingStateOf({
  namespace: namespaceOf(),
  serviceAccount: accountOf(),
  secret: secretOf(),
  configMap: tenantConfigOf(),
  recordedTokens: 2,
  mount: KV2,
  keys: ['left'],
});
const place = { ...TENANT, kmsId: 'vault-sa' };

const lives: [string, State, (state: State) => Plan][] = [
  ['onboarding an account', leavingStateOf(), onboard('vault-sa')],
  ['onboarding a token', leavingStateOf(), onboard('vault-tokens')],
  [
    'onboarding into nothing',
    leavingStateOf({ namespace: undefined }),
    onboard('vault-sa', true),
  ],
  [
    'offboarding',
    full,
    state =>
      planTenantOffboard({ operation: 'tenant-offboard', ...place }, state),
  ],
  [
    'shredding',
    leavingStateOf({ mount: KV2, keys: ['left'] }),
    state =>
      planTenantShred(
        { operation: 'tenant-shred', ...place, confirm: 'prod.payments' },
        state,
      ),
  ],
  [
    'consenting',
    leavingStateOf(),
    state =>
      planNamespaceConsent(
        { operation: 'namespace-consent', ...TENANT, owner: 'shop' },
        state,
      ),
  ],
];

describe.each(lives)('%s', (_, begin, plan) => {
  const { steps } = plan(begin);
  const end = steps.reduce(after, begin);

  it('has nothing left to do at its end', () => {
    expect(changed(plan(end))).toEqual([]);
  });

  it.each(steps.map((step, done) => [done, step.id]))(
    'cut off behind %d steps, before %s, comes to the same end',
    done => {
      const cut = steps.slice(0, done).reduce(after, begin);
      const rest = changed(plan(cut));
      expect(rest.length).toBeGreaterThan(0);
      expect(rest.reduce(after, cut)).toEqual(end);
    },
  );
});

it('rotating an account, cut off behind the deletion, makes it', () => {
  const plan = (state: State) =>
    planTenantRotate(
      { operation: 'tenant-rotate', ...place },
      { ...state, otherAccounts: [], otherSecrets: [] },
    );
  const [deletion] = plan(full).steps;
  const cut = after(full, deletion);
  expect(cut.serviceAccount).toBeUndefined();
  const end = plan(cut).steps.reduce(after, cut);
  expect(end.serviceAccount?.meta.uid).toBe('made-anew');
});

import { LABEL_TEST_RUN } from '../contract/annotations';
import type { SmokeTestRequest } from '../contract/api';
import type { Job } from '../kubernetes/runningPods';
import { testClaim, testClass } from '../kubernetes/testObjects';
import { planSmokeTest, type SmokeTestState } from './planSmokeTest';
import { BAD_NAMES, metaOf, namespaceOf, NOW, OURS } from './testState';
import { viewPlan } from './viewPlan';

const request: SmokeTestRequest = {
  operation: 'smoke-test',
  cluster: 'prod',
  namespace: 'payments',
  storageClass: 'encrypted',
};
const labels = { ...OURS, [LABEL_TEST_RUN]: 'former' };
const metaAt = (createdAt: string, fields = {}) =>
  metaOf('volume-encryption-smoke-test', {
    ...{ namespace: 'payments', labels, createdAt },
    ...fields,
  });
const jobOf = (meta: Job['meta']): Job => ({ kind: 'Job', meta });
const LONG_AGO = '2026-01-01T11:44:00Z';
const LATELY = '2026-01-01T11:46:00Z';

const planned = (
  fields: Partial<SmokeTestRequest> = {},
  state: Partial<SmokeTestState> = {},
) =>
  planSmokeTest(
    { ...request, ...fields },
    {
      ...{ now: NOW, runId: 'abcd', image: 'busybox:1.37' },
      csiNamespace: 'rook-ceph',
      namespace: namespaceOf(),
      storageClass: testClass(),
      ...state,
    },
  );

it('makes a claim and a Job of the run, and shows both', () => {
  const plan = planned();
  expect(plan.steps).toMatchObject([
    {
      kind: 'smoke-test',
      change: 'create',
      waitsForPod: false,
      claim: { metadata: { labels: { ...OURS, [LABEL_TEST_RUN]: 'abcd' } } },
    },
  ]);
  const { manifests } = viewPlan(plan);
  expect(manifests).toMatch(/kind: PersistentVolumeClaim[^]*---[^]*kind: Job/);
});

it('asks for a pod that Pod Security admits at its strictest, once', () => {
  const [step] = planned().steps;
  const spec = step.kind === 'smoke-test' && step.job.spec;
  expect(spec).toMatchObject({
    backoffLimit: 0,
    activeDeadlineSeconds: 300,
    ttlSecondsAfterFinished: 600,
    template: {
      spec: {
        restartPolicy: 'Never',
        automountServiceAccountToken: false,
        securityContext: {
          runAsNonRoot: true,
          seccompProfile: { type: 'RuntimeDefault' },
        },
        containers: [
          {
            image: 'busybox:1.37',
            securityContext: {
              allowPrivilegeEscalation: false,
              capabilities: { drop: ['ALL'] },
            },
          },
        ],
      },
    },
  });
});

it('knows a class whose volumes wait for a pod', () => {
  const storageClass = testClass({}, { bindingMode: 'WaitForFirstConsumer' });
  expect(planned({}, { storageClass }).steps).toMatchObject([
    { waitsForPod: true },
  ]);
});

it('first removes what a test left that was cut off, the Job before the claim', () => {
  const { steps } = planned(
    {},
    {
      claim: testClaim({ meta: metaAt(LONG_AGO, { uid: 'claim' }) }),
      job: jobOf(metaAt(LONG_AGO, { uid: 'job' })),
    },
  );
  expect(steps).toMatchObject([
    { kind: 'delete', target: { kind: 'Job', uid: 'job' } },
    { kind: 'delete', target: { kind: 'PersistentVolumeClaim', uid: 'claim' } },
    { kind: 'smoke-test' },
  ]);
});

const theirs = { labels: { [LABEL_TEST_RUN]: 'x' } };
it.each<[string, string, string, Partial<SmokeTestState>]>([
  [
    'another test is there',
    'conflict',
    'namespace',
    { job: jobOf(metaAt(LATELY)) },
  ],
  [
    "somebody's claim has the name",
    'not-ours',
    'namespace',
    { claim: testClaim({ meta: metaAt(LONG_AGO, theirs) }) },
  ],
  [
    'a claim of a component has the name',
    'not-ours',
    'namespace',
    { claim: testClaim({ meta: metaAt(LONG_AGO, { labels: OURS }) }) },
  ],
  ['there is no namespace', 'not-found', 'namespace', { namespace: undefined }],
  [
    'it serves nobody',
    'no-consent',
    'namespace',
    { namespace: namespaceOf({ annotations: {} }) },
  ],
  [
    'it is of Ceph CSI',
    'invalid-input',
    'namespace',
    { csiNamespace: 'payments' },
  ],
  [
    'there is no such class',
    'unknown-storage-class',
    'storageClass',
    { storageClass: undefined },
  ],
])('refuses where %s', (_, code, field, state) => {
  expect(() => planned({}, state)).toThrow(
    expect.objectContaining({ code, field }),
  );
});

it.each(BAD_NAMES)('takes no name %j', name => {
  for (const field of ['cluster', 'namespace', 'storageClass']) {
    expect(() => planned({ [field]: name })).toThrow(
      expect.objectContaining({ code: 'invalid-input', field }),
    );
  }
});

import { ServiceUnavailableError } from '@backstage/errors';
import {
  VolumeEncryptionError,
  type Diagnosis,
  type VolumeView,
} from 'backstage-plugin-volume-encryption-common';
import {
  doneOutput,
  examplePlan,
  exampleResult,
  exampleVolume,
  fakeService,
} from '../__testUtils__/fakeService';
import { initiator, runStep, type StepRecord } from '../__testUtils__/runStep';
import { createPvcCreateAction } from './pvcCreate';

const input = {
  entityRef: 'orders',
  cluster: 'prod',
  namespace: 'payments',
  name: 'orders-data',
  storageClass: 'ceph-block-encrypted',
  size: '10Gi',
};
const request = {
  ...input,
  operation: 'claim',
  accessMode: 'ReadWriteOnce',
  volumeMode: 'Filesystem',
};
const address = {
  kind: 'component',
  namespace: 'default',
  name: 'orders',
  cluster: 'prod',
  claimNamespace: 'payments',
  claim: 'orders-data',
};
const bound = exampleVolume();
const pending = exampleVolume({
  phase: 'Pending',
  persistentVolume: undefined,
});
const sealed = diagnosis('vault-sealed', 'Vault is sealed.');

function diagnosis(code: string, cause: string): Diagnosis {
  const nextStep = 'Mend it.';
  return { code, cause, owner: 'vault-admin', nextStep, raw: '', count: 1 };
}

/** A backend that makes the claim and then tells these looks, the last forever. */
function backend(...looks: (VolumeView | Error)[]) {
  const next = looks.values();
  let last = looks[0];
  return fakeService({
    createPlan: async () => examplePlan,
    runOperation: async () => exampleResult(),
    getEntityVolume: async () => {
      last = next.next().value ?? last;
      if (last instanceof Error) throw last;
      return last;
    },
  });
}

function action(service: ReturnType<typeof fakeService>) {
  return createPvcCreateAction({ service, intervalMs: 1 });
}

describe('volume-encryption:pvc:create', () => {
  it('makes the claim, waits until it is bound, and says how to use it', async () => {
    const service = backend(pending, bound);
    const { lines, outputs } = await runStep(action(service), { input });
    expect(service.runOperation.mock.calls[0][0]).toEqual(request);
    expect(service.getEntityVolume).toHaveBeenCalledWith(
      address,
      expect.objectContaining({ credentials: initiator }),
    );
    expect(lines.slice(3)).toEqual([
      'info: Claim "orders-data" is Pending.',
      'info: Claim "orders-data" is Bound to pvc-1.',
    ]);
    expect(outputs).toEqual({
      cluster: 'prod',
      namespace: 'payments',
      claim: 'orders-data',
      phase: 'Bound',
      entityTab: '/catalog/default/component/orders/encryption',
      workloadSnippet: expect.stringContaining('claimName: orders-data'),
      ...doneOutput,
    });
  });

  it('gives the claim as it is asked for', async () => {
    const service = backend(bound);
    const asked = { volumeMode: 'Block', accessMode: 'ReadWriteMany' } as const;
    await runStep(action(service), {
      input: { ...input, ...asked, timeoutSeconds: 60 },
    });
    expect(service.runOperation.mock.calls[0][0]).toEqual({
      ...request,
      ...asked,
    });
  });

  it('tells each cause once, and goes on when it is gone', async () => {
    const stuck = { ...pending, diagnoses: [sealed] };
    const service = backend(stuck, stuck, stuck, pending, bound);
    const { lines } = await runStep(action(service), { input });
    expect(lines.slice(3)).toEqual([
      'info: Stuck: Vault is sealed. Next step (vault-admin): Mend it.',
      'info: Claim "orders-data" is Pending.',
      'info: Claim "orders-data" is Bound to pvc-1.',
    ]);
  });

  it.each<[string, Partial<VolumeView>]>([
    ['its class', { bindingMode: 'WaitForFirstConsumer' }],
    ['its events', { diagnoses: [diagnosis('waiting-for-pod', '')] }],
    ["its pod's", { diagnoses: [diagnosis('waiting-for-scheduling', '')] }],
  ])('takes a wait for the first pod, by %s, as done', async (_, waiting) => {
    const { lines, outputs } = await runStep(
      action(backend({ ...pending, ...waiting })),
      { input },
    );
    expect(lines.at(-1)).toContain('when the first pod uses it');
    expect(outputs).toMatchObject({ phase: 'Pending' });
  });

  it('does not take a stuck claim that has a pod as done', async () => {
    const stuck = exampleVolume({
      phase: 'Pending',
      bindingMode: 'WaitForFirstConsumer',
      diagnoses: [diagnosis('waiting-for-pod', ''), sealed],
    });
    const run = runStep(action(backend(stuck)), {
      input: { ...input, timeoutSeconds: 0.05 },
    });
    await expect(run).rejects.toMatchObject({
      code: 'timeout',
      message: expect.stringContaining('Vault is sealed.'),
    });
  });

  it.each([
    new VolumeEncryptionError('not-found', 'No such claim yet.'),
    new VolumeEncryptionError('cluster-unreachable', 'No answer.'),
    new ServiceUnavailableError('The backend restarts.'),
  ])('waits through "$message"', async trouble => {
    const { lines } = await runStep(action(backend(trouble, bound)), { input });
    expect(lines).toContain(`info: ${trouble.message}`);
  });

  it('does not wait through a denial', async () => {
    const denial = new VolumeEncryptionError('not-allowed', 'Not yours.');
    await expect(
      runStep(action(backend(denial, bound)), { input }),
    ).rejects.toBe(denial);
  });

  it('fails when the claim has lost its volume', async () => {
    await expect(
      runStep(action(backend({ ...pending, phase: 'Lost' })), { input }),
    ).rejects.toMatchObject({ code: 'conflict' });
  });

  it('stops when the task is cancelled', async () => {
    const controller = new AbortController();
    const service = backend(pending);
    service.getEntityVolume.mockImplementation(async () => {
      controller.abort();
      return pending;
    });
    const record: StepRecord = { lines: [], outputs: {} };
    const run = runStep(
      action(service),
      { input, signal: controller.signal },
      record,
    );
    await expect(run).rejects.toMatchObject({ code: 'aborted' });
    expect(service.getEntityVolume).toHaveBeenCalledTimes(1);
    expect(record.outputs).not.toHaveProperty('phase');
  });

  it('only plans in a dry run', async () => {
    const service = fakeService({ createPlan: async () => examplePlan });
    const { outputs } = await runStep(action(service), {
      input,
      isDryRun: true,
    });
    expect(outputs).toMatchObject({
      claim: 'orders-data',
      manifests: 'kind: Example\n',
    });
    expect(outputs).not.toHaveProperty('phase');
  });
});

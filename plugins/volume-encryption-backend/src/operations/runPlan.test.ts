import { mockServices } from '@backstage/backend-test-utils';
import {
  VolumeEncryptionError,
  type Plan,
  type Step,
} from 'backstage-plugin-volume-encryption-common';
import type { StepApplier } from './applyStep';
import { runPlan } from './runPlan';

const place = { namespace: 'payments', name: 'ceph-csi-vault-sa' };
const manifest = {
  ...{ apiVersion: 'v1', kind: 'ServiceAccount' },
  metadata: place,
};
const created: Step = {
  ...{ kind: 'apply', id: 'new', title: 'New', change: 'create' },
  ...{ cluster: 'prod', manifest },
};
const deleted = (replacement?: typeof manifest): Step => ({
  ...{ kind: 'delete', id: 'former', title: 'Former', change: 'delete' },
  ...{ cluster: 'prod', replacement },
  target: { kind: 'ServiceAccount', uid: 'u', ...place },
});

/** Runs a deletion, in which the caller goes away, and what comes after it. */
async function runStopped(first: Step, failures: VolumeEncryptionError[]) {
  const caller = new AbortController();
  const applied: string[] = [];
  const applyStep: StepApplier = async (step, { signal }) => {
    applied.push(`${step.id} ${signal ? 'may stop' : 'goes on'}`);
    caller.abort();
    const failure = step === first ? undefined : failures.shift();
    if (failure) throw failure;
    return 'created';
  };
  const plan: Plan = {
    ...{ operation: 'tenant-rotate', steps: [first, created], notes: [] },
  };
  const context = { requestedBy: 'user:x/ada', signal: caller.signal };
  const logger = mockServices.logger.mock();
  const run = runPlan(plan, context, { applyStep, logger });
  return { applied, ended: await run.catch((error: Error) => error) };
}

it('stops between two steps when the caller goes away', async () => {
  const { applied, ended } = await runStopped(deleted(), []);
  expect(ended).toMatchObject({ code: 'aborted' });
  expect(applied).toEqual(['former may stop']);
});

it('makes what replaces a deleted object, whoever goes away', async () => {
  const silence = new VolumeEncryptionError('timeout', 'No answer.');
  const { applied, ended } = await runStopped(deleted(manifest), [silence]);
  expect(ended).toMatchObject({ steps: [{ id: 'former' }, { id: 'new' }] });
  expect(applied).toEqual(['former may stop', 'new goes on', 'new goes on']);
});

it('does not try again what was refused', async () => {
  const refusal = new VolumeEncryptionError('cluster-denied', 'No right.');
  const { applied, ended } = await runStopped(deleted(manifest), [refusal]);
  expect(ended).toMatchObject({ code: 'cluster-denied' });
  expect(applied).toEqual(['former may stop', 'new goes on']);
});

import { VolumeEncryptionError } from 'backstage-plugin-volume-encryption-common';
import {
  doneOutput,
  examplePlan,
  exampleResult,
  fakeService,
  plannedOutput,
} from '../__testUtils__/fakeService';
import { initiator, runStep, type StepRecord } from '../__testUtils__/runStep';
import { createTenantSecretCreateAction } from './tenantSecretCreate';

const input = { cluster: 'prod', namespace: 'payments', kmsId: 'vault-tokens' };
const request = { ...input, operation: 'tenant-secret' };

describe('volume-encryption:tenant-secret:create', () => {
  it('outputs the names of what is there now', async () => {
    const references = [
      { kind: 'Mount', name: 'csi/prod.payments' },
      { kind: 'Secret', namespace: 'payments', name: 'ceph-csi-kms-token' },
    ];
    const service = fakeService({
      createPlan: async () => examplePlan,
      runOperation: async () => exampleResult(references),
    });
    const { outputs } = await runStep(
      createTenantSecretCreateAction({ service }),
      { input },
    );
    expect(service.runOperation).toHaveBeenCalledWith(
      request,
      expect.objectContaining({ credentials: initiator }),
    );
    expect(outputs).toEqual({
      cluster: 'prod',
      namespace: 'payments',
      secret: 'ceph-csi-kms-token',
      mount: 'csi/prod.payments',
      ...doneOutput,
    });
  });

  it('only plans in a dry run', async () => {
    const service = fakeService({ createPlan: async () => examplePlan });
    const { outputs } = await runStep(
      createTenantSecretCreateAction({ service }),
      { input, isDryRun: true },
    );
    expect(service.createPlan.mock.calls[0][0]).toEqual(request);
    expect(outputs).toEqual({
      cluster: 'prod',
      namespace: 'payments',
      ...plannedOutput,
    });
  });

  it('fails as the backend does, with nothing put out', async () => {
    const refusal = new VolumeEncryptionError('not-ours', 'It is not ours.');
    const service = fakeService({
      createPlan: async () => examplePlan,
      runOperation: async () => {
        throw refusal;
      },
    });
    const record: StepRecord = { lines: [], outputs: {} };
    await expect(
      runStep(createTenantSecretCreateAction({ service }), { input }, record),
    ).rejects.toBe(refusal);
    expect(record).toEqual({
      lines: ['info: To do: Apply Example "one"'],
      outputs: {},
    });
  });
});

import type { VolumeView } from 'backstage-plugin-volume-encryption-common';
import { exampleVolume, fakeService } from '../__testUtils__/fakeService';
import { initiator, runStep, type StepRecord } from '../__testUtils__/runStep';
import { createVolumeVerifyAction } from './volumeVerify';

const input = {
  entityRef: 'component:default/orders',
  cluster: 'prod',
  namespace: 'payments',
  claim: 'orders-data',
};
const unreadable = exampleVolume({
  protection: {
    verdict: 'unknown',
    state: 'cannot-tell',
    grade: 'E0',
    reasons: [
      { code: 'denied', severity: 'error', message: 'Access was denied.' },
    ],
  },
});

function backend(volume: VolumeView) {
  return fakeService({ getEntityVolume: async () => volume });
}

describe('volume-encryption:volume:verify', () => {
  it('reads the volume for the user and reports it', async () => {
    const service = backend(exampleVolume());
    const { lines, outputs } = await runStep(
      createVolumeVerifyAction({ service }),
      { input },
    );
    expect(service.getEntityVolume).toHaveBeenCalledWith(
      {
        kind: 'component',
        namespace: 'default',
        name: 'orders',
        cluster: 'prod',
        claimNamespace: 'payments',
        claim: 'orders-data',
      },
      expect.objectContaining({ credentials: initiator }),
    );
    expect(lines).toEqual([
      'info: Verified claim "orders-data" in namespace "payments" on cluster "prod": yes. It is volume/customer-key, state prepared, evidence E5.',
      'info: Vault "vault" holds the key.',
    ]);
    expect(outputs).toEqual({
      verified: true,
      verdict: 'volume/customer-key',
      state: 'prepared',
      custody: 'Vault "vault" holds the key.',
      remount: 'ready',
    });
  });

  it('fails when it cannot tell, with the reason and the outputs', async () => {
    const record: StepRecord = { lines: [], outputs: {} };
    const action = createVolumeVerifyAction({ service: backend(unreadable) });
    await expect(runStep(action, { input }, record)).rejects.toThrow(
      'Access was denied.',
    );
    expect(record.outputs).toMatchObject({
      verified: false,
      verdict: 'unknown',
    });
  });

  it('fails when a mount is demanded and there was none', async () => {
    const action = createVolumeVerifyAction({
      service: backend(exampleVolume()),
    });
    await expect(
      runStep(action, { input: { ...input, require: 'active' } }),
    ).rejects.toThrow('Wanted volume/customer-key, active');
  });

  it('only reports where nothing is demanded', async () => {
    const action = createVolumeVerifyAction({ service: backend(unreadable) });
    const { outputs } = await runStep(action, {
      input: { ...input, require: 'nothing' },
    });
    expect(outputs).toMatchObject({ verified: false, verdict: 'unknown' });
  });

  it('asks nothing in a dry run: the claim may not be there', async () => {
    const service = backend(exampleVolume());
    const { lines, outputs } = await runStep(
      createVolumeVerifyAction({ service }),
      { input, isDryRun: true },
    );
    expect(service.getEntityVolume).not.toHaveBeenCalled();
    expect(lines).toEqual([
      'info: Would verify claim "orders-data" in namespace "payments" on cluster "prod", requiring prepared',
    ]);
    expect(outputs).toEqual({});
  });
});

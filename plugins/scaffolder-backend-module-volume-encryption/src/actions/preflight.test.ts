import {
  VolumeEncryptionError,
  type Preflight,
  type PreflightCheck,
} from 'backstage-plugin-volume-encryption-common';
import { fakeService } from '../__testUtils__/fakeService';
import { initiator, runStep, type StepRecord } from '../__testUtils__/runStep';
import { createPreflightAction } from './preflight';

const input = {
  entityRef: 'component:default/orders',
  cluster: 'prod',
  namespace: 'payments',
  name: 'orders-data',
  storageClass: 'encrypted',
  size: '10Gi',
};
const there: PreflightCheck = {
  about: 'namespace',
  outcome: 'ok',
  message: 'Namespace "payments" is there.',
};
const full: PreflightCheck = {
  about: 'quota',
  outcome: 'blocked',
  message: 'ResourceQuota "storage" is full.',
  owner: 'platform-team',
  nextStep: 'Ask for a larger quota.',
  diagnosis: 'quota-exceeded',
  link: 'https://example/quotas',
};
const hidden: PreflightCheck = {
  about: 'driver',
  outcome: 'unknown',
  message: 'Whether the driver runs is not known.',
  owner: 'platform-team',
};
const shared: PreflightCheck = {
  about: 'storage-class',
  outcome: 'warning',
  message: 'One passphrase for all.',
  owner: 'developer',
};

function lookAhead(
  found: Omit<Preflight, 'observedAt'>,
  record: StepRecord = { lines: [], outputs: {} },
) {
  const service = fakeService({
    createPreflight: async () => ({ ...found, observedAt: 'now' }),
  });
  const action = createPreflightAction({ service });
  return { service, run: runStep(action, { input }, record) };
}

describe('volume-encryption:preflight', () => {
  it('tells each thing that it looked at, as the user', async () => {
    const { service, run } = lookAhead({
      outcome: 'unknown',
      checks: [there, shared, hidden],
    });
    const { lines, outputs } = await run;
    const modes = { accessMode: 'ReadWriteOnce', volumeMode: 'Filesystem' };
    expect(service.createPreflight).toHaveBeenCalledWith(
      { operation: 'claim', ...input, ...modes },
      expect.objectContaining({ credentials: initiator }),
    );
    expect(lines).toEqual([
      'info: [ok] Namespace "payments" is there.',
      'warn: [warning] One passphrase for all. Who: developer.',
      'warn: [unknown] Whether the driver runs is not known. Who: platform-team.',
    ]);
    expect(outputs).toMatchObject({
      outcome: 'unknown',
      checks: lines.map(line => line.replace(/^\w+: /, '')),
      report: expect.stringMatching(/^- \[ok\] Namespace .*\n- \[warning\]/),
    });
  });

  it('fails where something is blocked, with who can mend it put out', async () => {
    const record: StepRecord = { lines: [], outputs: {} };
    const { run } = lookAhead(
      { outcome: 'blocked', checks: [there, full, hidden] },
      record,
    );
    await expect(run).rejects.toEqual(
      new VolumeEncryptionError(
        'conflict',
        'Nothing was made, for the volume would not come about. [blocked] ResourceQuota "storage" is full. Who: platform-team. Next step: Ask for a larger quota. More: https://example/quotas (quota-exceeded)',
      ),
    );
    expect(record.lines).toContain(
      'error: [blocked] ResourceQuota "storage" is full. Who: platform-team. Next step: Ask for a larger quota. More: https://example/quotas (quota-exceeded)',
    );
    expect(record.outputs).toMatchObject({ outcome: 'blocked' });
  });
});

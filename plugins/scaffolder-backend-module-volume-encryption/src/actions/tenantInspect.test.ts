import type { TenantInspection } from 'backstage-plugin-volume-encryption-common';
import { fakeService } from '../__testUtils__/fakeService';
import { initiator, runStep, type StepRecord } from '../__testUtils__/runStep';
import { createTenantInspectAction } from './tenantInspect';

const place = { cluster: 'prod', namespace: 'payments' };

const asItShouldBe: TenantInspection = {
  tenant: {
    ...place,
    id: 'prod.payments',
    ownerKnown: true,
    custody: 'vaulttokens',
    credential: {
      kind: 'tenant-token',
      state: 'live',
      message: 'Its token lives for 20 days.',
      daysLeft: 20,
    },
    volumes: 1,
  },
  drift: [],
  mount: 'csi/prod.payments',
  keys: { total: 3, offset: 0, limit: 1, items: [] },
  problems: [],
  inspectedAt: '2026-01-01T00:00:00Z',
};
const driftOf = (severity: 'info' | 'warning' | 'error') => ({
  code: 'secret-edited',
  severity,
  object: 'Secret payments/ceph-csi-kms-token',
  message: 'It was edited.',
  remedy: 'Rotate it.',
});
const unread = {
  source: 'kms' as const,
  name: 'vault',
  code: 'kms-sealed',
  message: 'Vault is sealed.',
};

const unknownLogin: TenantInspection['tenant'] = {
  ...asItShouldBe.tenant,
  credential: {
    kind: 'tenant-service-account',
    state: 'unknown',
    message: 'The role could not be read.',
  },
};

type FailOn = 'error' | 'warning' | 'nothing';

async function inspect(
  found: Partial<TenantInspection>,
  failOn?: FailOn,
  record: StepRecord = { lines: [], outputs: {} },
) {
  const service = fakeService({
    inspectTenant: async () => ({ ...asItShouldBe, ...found }),
  });
  const action = createTenantInspectAction({ service });
  await runStep(action, { input: { ...place, failOn } }, record);
  return { ...record, service };
}

describe('volume-encryption:tenant:inspect', () => {
  it('tells what it found, as the user', async () => {
    const drift = [driftOf('error'), driftOf('info')];
    const { lines, outputs, service } = await inspect({ drift });
    expect(service.inspectTenant).toHaveBeenCalledWith(
      expect.objectContaining(place),
      expect.objectContaining({ credentials: initiator }),
    );
    const line =
      'Secret payments/ceph-csi-kms-token: It was edited. Rotate it.';
    expect(lines).toEqual([
      'info: Its token lives for 20 days.',
      `warn: ${line}`,
      `info: ${line}`,
    ]);
    expect(outputs).toEqual({
      tenantId: 'prod.payments',
      credential: 'live',
      daysLeft: 20,
      drift: ['secret-edited', 'secret-edited'],
      keys: 3,
    });
  });

  it.each<[FailOn, Partial<TenantInspection>]>([
    ['error', { drift: [driftOf('error')] }],
    ['warning', { drift: [driftOf('error')] }],
    ['warning', { drift: [driftOf('warning')] }],
    ['error', { problems: [unread] }],
    ['warning', { problems: [unread] }],
    ['error', { tenant: unknownLogin }],
    ['warning', { tenant: unknownLogin }],
  ])(
    'fails on %s for %j, with what it found put out',
    async (failOn, found) => {
      const record: StepRecord = { lines: [], outputs: {} };
      await expect(inspect(found, failOn, record)).rejects.toMatchObject({
        code: 'conflict',
        message: expect.stringContaining('prod.payments'),
      });
      expect(record.outputs).toMatchObject({ tenantId: 'prod.payments' });
    },
  );

  it.each<[FailOn | undefined, Partial<TenantInspection>]>([
    ['error', { drift: [driftOf('warning')] }],
    ['warning', { drift: [driftOf('info')] }],
    ['nothing', { drift: [driftOf('error')], problems: [unread] }],
    [undefined, { drift: [driftOf('error')], problems: [unread] }],
    ['nothing', { tenant: unknownLogin }],
    ['warning', {}],
  ])('goes on with failOn %s for %j', async (failOn, found) => {
    const { outputs } = await inspect(found, failOn);
    expect(outputs).toMatchObject({ tenantId: 'prod.payments' });
  });

  it('asks for nothing in a dry run', async () => {
    const service = fakeService({});
    const { lines } = await runStep(createTenantInspectAction({ service }), {
      input: place,
      isDryRun: true,
    });
    expect(lines).toEqual([
      'info: Would inspect tenant "prod.payments", failing on nothing',
    ]);
  });
});

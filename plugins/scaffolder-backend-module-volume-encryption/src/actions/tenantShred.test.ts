import type { Receipt } from 'backstage-plugin-volume-encryption-common';
import {
  examplePlan,
  exampleResult,
  fakeService,
} from '../__testUtils__/fakeService';
import { runStep } from '../__testUtils__/runStep';
import { createTenantShredAction } from './tenantShred';

const receipt: Receipt = {
  tenantId: 'prod.payments',
  kms: 'vault',
  mount: 'csi/prod.payments',
  mountRemoved: false,
  finished: false,
  destroyed: [{ name: 'volume-1', versions: 2 }],
  remaining: [{ name: 'volume-2', reason: 'Vault refused it.' }],
  at: '2026-01-01T00:00:00Z',
  requestedBy: 'user:default/ada',
};

it('puts out the receipt, and warns of what remains', async () => {
  const service = fakeService({
    createPlan: async () => examplePlan,
    runOperation: async () => ({ ...exampleResult(), receipt }),
  });
  const { lines, outputs } = await runStep(
    createTenantShredAction({ service }),
    {
      input: {
        cluster: 'prod',
        namespace: 'payments',
        kmsId: 'vault',
        confirm: 'prod.payments',
      },
    },
  );
  expect(lines.at(-1)).toBe('warn: volume-2 remains: Vault refused it.');
  expect(outputs).toMatchObject({
    cluster: 'prod',
    namespace: 'payments',
    mount: 'csi/prod.payments',
    mountRemoved: false,
    destroyed: [{ name: 'volume-1', versions: 2 }],
    remaining: [{ name: 'volume-2', reason: 'Vault refused it.' }],
    shreddedAt: '2026-01-01T00:00:00Z',
  });
});

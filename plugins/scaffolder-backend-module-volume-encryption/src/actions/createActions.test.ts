import type { JsonObject } from '@backstage/types';
import type { TemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  doneOutput,
  examplePlan,
  exampleResult,
  fakeService,
  plannedOutput,
} from '../__testUtils__/fakeService';
import { initiator, runStep } from '../__testUtils__/runStep';
import { createActions } from './createActions';

const place = { cluster: 'prod', namespace: 'payments' };
const tenant = { ...place, kmsId: 'vault' };
const options = { encryptionKMSType: 'vault', vaultAddress: 'https://vault' };
const rotation = { entityRef: 'component:default/orders', ...place };

/** What each action is given, what it asks for, and what it puts out. */
const cases: [string, JsonObject, JsonObject, JsonObject][] = [
  [
    'tenant:onboard',
    { ...tenant, owner: 'group:default/payments' },
    {
      operation: 'tenant-onboard',
      ...tenant,
      owner: 'group:default/payments',
      createNamespace: false,
    },
    {
      ...place,
      owner: 'group:default/payments',
      mount: 'csi/prod.payments',
      secret: 'ceph-csi-kms-token',
    },
  ],
  ['tenant:renew', tenant, { operation: 'tenant-renew', ...tenant }, place],
  ['tenant:rotate', tenant, { operation: 'tenant-rotate', ...tenant }, place],
  [
    'tenant:offboard',
    tenant,
    { operation: 'tenant-offboard', ...tenant },
    place,
  ],
  [
    'tenant:shred',
    { ...tenant, confirm: 'prod.payments' },
    { operation: 'tenant-shred', ...tenant, confirm: 'prod.payments' },
    place,
  ],
  [
    'namespace:consent',
    { ...place, owner: 'group:payments' },
    { operation: 'namespace-consent', ...place, owner: 'group:payments' },
    { ...place, owner: 'group:payments' },
  ],
  [
    'namespace:consent',
    place,
    { operation: 'namespace-consent', ...place },
    place,
  ],
  [
    'kms-connection:apply',
    { cluster: 'prod', kmsId: 'vault', options },
    { operation: 'kms-connection', cluster: 'prod', kmsId: 'vault', options },
    { cluster: 'prod', kmsId: 'vault' },
  ],
  [
    'kms-connection:remove',
    { cluster: 'prod', kmsId: 'vault' },
    { operation: 'kms-connection-removal', cluster: 'prod', kmsId: 'vault' },
    { cluster: 'prod', kmsId: 'vault' },
  ],
  [
    'storage-class:default',
    { cluster: 'prod', storageClass: 'encrypted' },
    { operation: 'storage-class-default', cluster: 'prod', name: 'encrypted' },
    { cluster: 'prod', storageClass: 'encrypted' },
  ],
  [
    'storage-class:test',
    { ...place, storageClass: 'encrypted' },
    { operation: 'smoke-test', ...place, storageClass: 'encrypted' },
    { passed: false },
  ],
  [
    'kms-connection:test',
    { cluster: 'prod', kmsId: 'vault' },
    { operation: 'kms-test', cluster: 'prod', kmsId: 'vault' },
    { answered: false },
  ],
  [
    'key-rotation:schedule',
    { ...rotation, claim: 'data', schedule: '@weekly' },
    {
      operation: 'key-rotation',
      ...rotation,
      name: 'data',
      schedule: '@weekly',
    },
    {
      ...{ ...place, claim: 'data', schedule: '@weekly' },
      entityTab: '/catalog/default/component/orders/encryption',
    },
  ],
];

function backend() {
  return fakeService({
    createPlan: async () => examplePlan,
    runOperation: async () =>
      exampleResult([
        { kind: 'Mount', name: 'csi/prod.payments' },
        { kind: 'Secret', ...place, name: 'ceph-csi-kms-token' },
      ]),
  });
}

function actionOf(name: string, service: ReturnType<typeof backend>) {
  const actions: TemplateAction[] = createActions({ service });
  const action = actions.find(({ id }) => id === `volume-encryption:${name}`);
  if (!action) throw new Error(`there is no action ${name}`);
  return action;
}

describe.each(cases)('volume-encryption:%s', (name, input, request, output) => {
  it('runs its operation for the user, and tells each step', async () => {
    const service = backend();
    const { signal } = new AbortController();
    const run = { input, signal };
    const { lines, outputs } = await runStep(actionOf(name, service), run);
    const onProgress = expect.any(Function);
    const asked = { credentials: initiator, signal, onProgress };
    expect(service.runOperation.mock.calls).toEqual([[request, asked]]);
    expect(lines).toEqual([
      'info: To do: Apply Example "one"',
      'info: Apply Example "one": unchanged',
      'info: All is well.',
    ]);
    expect(outputs).toEqual({ ...output, ...doneOutput });
  });

  it.each<[string, Parameters<typeof runStep>[1]]>([
    ['in a dry run', { input, isDryRun: true }],
    ['where it is asked to', { input: { ...input, planOnly: true } }],
  ])('only plans %s, and says so', async (_, run) => {
    const service = backend();
    const { lines, outputs } = await runStep(actionOf(name, service), run);
    expect(service.createPlan.mock.calls[0][0]).toEqual(request);
    expect(service.runOperation).not.toHaveBeenCalled();
    expect(lines).toContain('info: Apply Example "one": would be created');
    expect(outputs).toMatchObject(plannedOutput);
  });
});

it('changes nothing of a tenant where another one was confirmed', async () => {
  const service = backend();
  const input = { ...tenant, confirm: 'prod.insurance' };
  const action = actionOf('tenant:offboard', service);
  await expect(runStep(action, { input })).rejects.toMatchObject({
    code: 'invalid-input',
    field: 'confirm',
    message: expect.stringContaining('prod.payments'),
  });
  expect(service.createPlan).not.toHaveBeenCalled();
  const confirmed = { ...tenant, confirm: 'prod.payments' };
  await runStep(action, { input: confirmed });
  expect(service.runOperation.mock.calls[0][0]).toEqual({
    operation: 'tenant-offboard',
    ...tenant,
  });
});

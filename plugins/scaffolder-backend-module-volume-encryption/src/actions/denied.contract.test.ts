import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { TemplateAction } from '@backstage/plugin-scaffolder-node';
import { parse } from 'yaml';
import { fakeService } from '../__testUtils__/fakeService';
import { runStep, type StepRecord } from '../__testUtils__/runStep';
import { startPortal } from '../__testUtils__/startPortal';
import { watchSinks } from '../__testUtils__/watchSinks';
import { createActions } from './createActions';

const orders: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'orders', namespace: 'default' },
};
const listed: TemplateAction[] = createActions({ service: fakeService({}) });

describe('a user who may do nothing', () => {
  const { told, features } = watchSinks();
  let portal: Awaited<ReturnType<typeof startPortal>>;
  beforeAll(async () => {
    const denying = mockServices.permissions.factory({
      result: AuthorizeResult.DENY,
    });
    const nowhere = { clusters: [], kms: [] };
    const given = [...features, denying];
    portal = await startPortal(nowhere, [orders], given);
  });
  afterAll(() => portal?.stop());

  it.each(listed.map(({ id, examples }) => ({ id, examples })))(
    'is denied $id, with one audit event',
    async ({ id, examples = [] }) => {
      const actions: TemplateAction[] = createActions(portal);
      const action = actions.find(it => it.id === id);
      const [{ input }] = parse(examples[0].example).steps;
      if (!action) throw new Error(`there is no action ${id}`);
      told.length = 0;
      const record: StepRecord = { lines: [], outputs: {} };
      await expect(runStep(action, { input }, record)).rejects.toMatchObject({
        name: 'VolumeEncryptionError',
        code: 'not-allowed',
      });
      expect(record).toEqual({ lines: [], outputs: {} });
      expect(
        told.filter(it => JSON.stringify(it).includes('"eventId"')),
      ).toEqual([
        expect.objectContaining({
          error: expect.stringMatching(/^You lack the permission/),
        }),
      ]);
    },
  );
});

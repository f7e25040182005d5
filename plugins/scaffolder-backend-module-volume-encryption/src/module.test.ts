import { startTestBackend } from '@backstage/backend-test-utils';
import {
  scaffolderActionsExtensionPoint,
  type TemplateAction,
} from '@backstage/plugin-scaffolder-node';
import { parse } from 'yaml';
import scaffolderModuleVolumeEncryption from '.';

describe('scaffolderModuleVolumeEncryption', () => {
  const actions = new Map<string, TemplateAction>();

  beforeAll(async () => {
    await startTestBackend({
      extensionPoints: [
        [
          scaffolderActionsExtensionPoint,
          {
            addActions: (...added: TemplateAction[]) =>
              added.forEach(action => actions.set(action.id, action)),
          },
        ],
      ],
      features: [scaffolderModuleVolumeEncryption],
    });
  });

  it('adds its actions, all with a dry run', () => {
    expect([...actions.keys()].sort()).toEqual([
      'volume-encryption:key-rotation:schedule',
      'volume-encryption:kms-connection:apply',
      'volume-encryption:kms-connection:remove',
      'volume-encryption:kms-connection:test',
      'volume-encryption:namespace:consent',
      'volume-encryption:preflight',
      'volume-encryption:pvc:create',
      'volume-encryption:storage-class:create',
      'volume-encryption:storage-class:default',
      'volume-encryption:storage-class:test',
      'volume-encryption:tenant-secret:create',
      'volume-encryption:tenant-service-account:create',
      'volume-encryption:tenant:inspect',
      'volume-encryption:tenant:offboard',
      'volume-encryption:tenant:onboard',
      'volume-encryption:tenant:renew',
      'volume-encryption:tenant:rotate',
      'volume-encryption:tenant:shred',
      'volume-encryption:volume:plan-move',
      'volume-encryption:volume:verify',
    ]);
    for (const action of actions.values()) {
      expect(action.supportsDryRun).toBe(true);
    }
  });

  it('gives examples that fit the schemas', () => {
    for (const { id, schema, examples = [] } of actions.values()) {
      expect(examples).not.toEqual([]);
      const { required = [], properties = {} } = schema?.input ?? {};
      for (const { example } of examples) {
        const [step] = parse(example).steps;
        const fields = Object.keys(step.input);
        expect(step.action).toBe(id);
        expect(Object.keys(properties)).toEqual(expect.arrayContaining(fields));
        expect(fields).toEqual(expect.arrayContaining([required].flat()));
      }
    }
  });

  it('keeps its outputs: an output without a schema is dropped', () => {
    for (const { schema } of actions.values()) {
      expect(schema?.output?.properties).toBeDefined();
    }
  });
});

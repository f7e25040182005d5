import { parseEntityRef } from '@backstage/catalog-model';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { VolumeEncryptionService } from 'backstage-plugin-volume-encryption-node';
import { entityTab } from '../claim/entityTab';
import { carryOut } from '../operation/carryOut';
import { operationInput, operationOutput } from '../operation/operationSchema';
import { examples } from './keyRotationSchedule.examples';

/** `volume-encryption:key-rotation:schedule` */
export function createKeyRotationScheduleAction(deps: {
  service: VolumeEncryptionService;
}) {
  return createTemplateAction({
    id: 'volume-encryption:key-rotation:schedule',
    description:
      'Sets when csi-addons changes the key of a volume of an entity, or takes that back',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        ...operationInput,
        entityRef: z =>
          z.string({ description: 'The entity whose volume it is' }),
        cluster: z => z.string({ description: 'Name of the cluster' }),
        namespace: z => z.string({ description: 'Namespace of the claim' }),
        claim: z => z.string({ description: 'Name of the claim' }),
        schedule: z =>
          z
            .string({
              description:
                'Cron, or @weekly and the like; if absent, the claim has none of its own',
            })
            .optional(),
      },
      output: {
        ...operationOutput,
        cluster: z => z.string(),
        namespace: z => z.string(),
        claim: z => z.string(),
        schedule: z => z.string().optional(),
        entityTab: z =>
          z.string({ description: "Path of the entity's Encryption tab" }),
      },
    },
    async handler(ctx) {
      const { planOnly, claim, ...input } = ctx.input;
      const entity = parseEntityRef(input.entityRef, {
        defaultKind: 'component',
      });
      const request = {
        operation: 'key-rotation',
        ...input,
        name: claim,
      } as const;
      await carryOut(request, ctx, deps.service);
      ctx.output('cluster', input.cluster);
      ctx.output('namespace', input.namespace);
      ctx.output('claim', claim);
      ctx.output('schedule', input.schedule);
      ctx.output('entityTab', entityTab(entity));
    },
  });
}

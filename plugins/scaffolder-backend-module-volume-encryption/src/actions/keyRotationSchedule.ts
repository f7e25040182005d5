import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { VolumeEncryptionService } from 'backstage-plugin-volume-encryption-node';
import { carryOut } from '../operation/carryOut';
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
        cluster: z => z.string(),
        namespace: z => z.string(),
        claim: z => z.string(),
        schedule: z => z.string().optional(),
      },
    },
    async handler(ctx) {
      const { claim, ...input } = ctx.input;
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
    },
  });
}

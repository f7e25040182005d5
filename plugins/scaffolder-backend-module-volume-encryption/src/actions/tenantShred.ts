import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { VolumeEncryptionService } from 'backstage-plugin-volume-encryption-node';
import { carryOut } from '../operation/carryOut';
import { operationInput, operationOutput } from '../operation/operationSchema';
import { examples } from './tenantShred.examples';

/** `volume-encryption:tenant:shred` */
export function createTenantShredAction(deps: {
  service: VolumeEncryptionService;
}) {
  return createTemplateAction({
    id: 'volume-encryption:tenant:shred',
    description:
      'Destroys every key of an offboarded tenant with all versions, for good, and puts out a receipt',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        ...operationInput,
        cluster: z => z.string({ description: 'Name of the cluster' }),
        namespace: z => z.string({ description: 'Namespace of the tenant' }),
        kmsId: z =>
          z.string({ description: 'KMS connection of the tenant, by its id' }),
        confirm: z =>
          z.string({
            description: 'The id of the tenant, <cluster>.<namespace>',
          }),
      },
      output: {
        ...operationOutput,
        cluster: z => z.string(),
        namespace: z => z.string(),
        mount: z => z.string({ description: 'Its path' }).optional(),
        mountRemoved: z => z.boolean().optional(),
        destroyed: z =>
          z
            .array(z.object({ name: z.string(), versions: z.number() }), {
              description: 'Each key by its name, and how many versions it had',
            })
            .optional(),
        remaining: z =>
          z
            .array(z.object({ name: z.string(), reason: z.string() }), {
              description: 'What is not destroyed, and why',
            })
            .optional(),
        shreddedAt: z => z.string().optional(),
      },
    },
    async handler(ctx) {
      const { planOnly, ...input } = ctx.input;
      const request = { operation: 'tenant-shred', ...input } as const;
      const { receipt } = await carryOut(request, ctx, deps.service);
      ctx.output('cluster', input.cluster);
      ctx.output('namespace', input.namespace);
      if (!receipt) return;
      for (const { name, reason } of receipt.remaining) {
        ctx.logger.warn(`${name} remains: ${reason}`);
      }
      ctx.output('mount', receipt.mount);
      ctx.output('mountRemoved', receipt.mountRemoved);
      ctx.output('destroyed', receipt.destroyed);
      ctx.output('remaining', receipt.remaining);
      ctx.output('shreddedAt', receipt.at);
    },
  });
}

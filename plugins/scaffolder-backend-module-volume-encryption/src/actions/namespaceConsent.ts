import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { VolumeEncryptionService } from 'backstage-plugin-volume-encryption-node';
import { carryOut } from '../operation/carryOut';
import { examples } from './namespaceConsent.examples';

/** `volume-encryption:namespace:consent` */
export function createNamespaceConsentAction(deps: {
  service: VolumeEncryptionService;
}) {
  return createTemplateAction({
    id: 'volume-encryption:namespace:consent',
    description:
      'Sets or changes the owner that a namespace serves, or takes its consent back',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        cluster: z => z.string({ description: 'Name of the cluster' }),
        namespace: z => z.string({ description: 'The namespace' }),
        owner: z =>
          z
            .string({
              description: 'Entity ref; if absent, the consent is taken back',
            })
            .optional(),
      },
      output: {
        cluster: z => z.string(),
        namespace: z => z.string(),
        owner: z => z.string().optional(),
      },
    },
    async handler(ctx) {
      const { cluster, namespace, owner } = ctx.input;
      const request = { operation: 'namespace-consent', ...ctx.input } as const;
      await carryOut(request, ctx, deps.service);
      ctx.output('cluster', cluster);
      ctx.output('namespace', namespace);
      ctx.output('owner', owner);
    },
  });
}

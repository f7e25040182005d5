import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { VolumeEncryptionService } from 'backstage-plugin-volume-encryption-node';
import { carryOut } from '../operation/carryOut';
import { operationInput, operationOutput } from '../operation/operationSchema';
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
        ...operationInput,
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
        ...operationOutput,
        cluster: z => z.string(),
        namespace: z => z.string(),
        owner: z => z.string().optional(),
      },
    },
    async handler(ctx) {
      const { planOnly, ...input } = ctx.input;
      const request = { operation: 'namespace-consent', ...input } as const;
      await carryOut(request, ctx, deps.service);
      ctx.output('cluster', input.cluster);
      ctx.output('namespace', input.namespace);
      ctx.output('owner', input.owner);
    },
  });
}

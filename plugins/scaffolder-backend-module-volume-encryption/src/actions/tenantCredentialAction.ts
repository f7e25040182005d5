import {
  createTemplateAction,
  type TemplateExample,
} from '@backstage/plugin-scaffolder-node';
import type { VolumeEncryptionService } from 'backstage-plugin-volume-encryption-node';
import { requireConfirmed } from '../tenant/requireConfirmed';
import { carryOut } from '../operation/carryOut';
import { operationInput, operationOutput } from '../operation/operationSchema';

/** An action on the credential of a tenant that is there. */
export function createTenantCredentialAction(
  action: {
    id: string;
    description: string;
    examples: TemplateExample[];
    operation: 'tenant-renew' | 'tenant-rotate' | 'tenant-offboard';
  },
  deps: { service: VolumeEncryptionService },
) {
  const { operation, ...described } = action;
  return createTemplateAction({
    ...described,
    supportsDryRun: true,
    schema: {
      input: {
        ...operationInput,
        cluster: z => z.string({ description: 'Name of the cluster' }),
        namespace: z => z.string({ description: 'Namespace of the tenant' }),
        kmsId: z =>
          z.string({ description: 'KMS connection of the tenant, by its id' }),
        confirm: z =>
          z
            .string({
              description:
                'The id of the tenant, <cluster>.<namespace>; refused where another is given',
            })
            .optional(),
      },
      output: {
        ...operationOutput,
        cluster: z => z.string(),
        namespace: z => z.string(),
      },
    },
    async handler(ctx) {
      const { planOnly, confirm, ...input } = ctx.input;
      requireConfirmed(input, confirm);
      await carryOut({ operation, ...input }, ctx, deps.service);
      ctx.output('cluster', input.cluster);
      ctx.output('namespace', input.namespace);
    },
  });
}

import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { VolumeEncryptionService } from 'backstage-plugin-volume-encryption-node';
import { carryOut } from '../operation/carryOut';
import { nameOf } from '../operation/nameOf';
import { operationInput, operationOutput } from '../operation/operationSchema';
import { examples } from './tenantSecretCreate.examples';

/**
 * `volume-encryption:tenant-secret:create`. The token goes from Vault to the
 * Secret inside of the backend; this action never has it.
 */
export function createTenantSecretCreateAction(deps: {
  service: VolumeEncryptionService;
}) {
  return createTemplateAction({
    id: 'volume-encryption:tenant-secret:create',
    description:
      'Gives a namespace a mount for its keys and a Vault token Secret (KMS type vaulttokens)',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        ...operationInput,
        cluster: z => z.string({ description: 'Name of the cluster' }),
        namespace: z => z.string({ description: 'Namespace of the tenant' }),
        kmsId: z =>
          z.string({
            description: 'KMS connection of type vaulttokens, by its id',
          }),
      },
      output: {
        ...operationOutput,
        cluster: z => z.string(),
        namespace: z => z.string(),
        secret: z => z.string({ description: 'Its name' }).optional(),
        mount: z =>
          z.string({ description: "Path of the tenant's mount" }).optional(),
      },
    },
    async handler(ctx) {
      const { planOnly, ...input } = ctx.input;
      const output = await carryOut(
        { operation: 'tenant-secret', ...input },
        ctx,
        deps.service,
      );
      ctx.output('cluster', input.cluster);
      ctx.output('namespace', input.namespace);
      ctx.output('secret', nameOf(output, 'Secret'));
      ctx.output('mount', nameOf(output, 'Mount'));
    },
  });
}

import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { VolumeEncryptionService } from 'backstage-plugin-volume-encryption-node';
import { carryOut } from '../operation/carryOut';
import { nameOf } from '../operation/nameOf';
import { operationInput, operationOutput } from '../operation/operationSchema';
import { examples } from './tenantServiceAccountCreate.examples';

/** `volume-encryption:tenant-service-account:create`. Nothing is minted. */
export function createTenantServiceAccountCreateAction(deps: {
  service: VolumeEncryptionService;
}) {
  return createTemplateAction({
    id: 'volume-encryption:tenant-service-account:create',
    description:
      'Gives a namespace a mount for its keys and the ServiceAccount that Ceph CSI logs in with (KMS type vaulttenantsa)',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        ...operationInput,
        cluster: z => z.string({ description: 'Name of the cluster' }),
        namespace: z => z.string({ description: 'Namespace of the tenant' }),
        kmsId: z =>
          z.string({
            description: 'KMS connection of type vaulttenantsa, by its id',
          }),
      },
      output: {
        ...operationOutput,
        cluster: z => z.string(),
        namespace: z => z.string(),
        serviceAccount: z => z.string({ description: 'Its name' }).optional(),
        mount: z =>
          z.string({ description: "Path of the tenant's mount" }).optional(),
      },
    },
    async handler(ctx) {
      const { planOnly, ...input } = ctx.input;
      const output = await carryOut(
        { operation: 'tenant-service-account', ...input },
        ctx,
        deps.service,
      );
      ctx.output('cluster', input.cluster);
      ctx.output('namespace', input.namespace);
      ctx.output('serviceAccount', nameOf(output, 'ServiceAccount'));
      ctx.output('mount', nameOf(output, 'Mount'));
    },
  });
}

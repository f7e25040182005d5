import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { VolumeEncryptionService } from 'backstage-plugin-volume-encryption-node';
import { carryOut } from '../operation/carryOut';
import { operationInput, operationOutput } from '../operation/operationSchema';
import { examples } from './kmsConnectionApply.examples';

/** `volume-encryption:kms-connection:apply` */
export function createKmsConnectionApplyAction(deps: {
  service: VolumeEncryptionService;
}) {
  return createTemplateAction({
    id: 'volume-encryption:kms-connection:apply',
    description:
      'Creates or replaces a KMS connection of Ceph CSI, refusing what Ceph CSI would refuse or ignore',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        ...operationInput,
        cluster: z => z.string({ description: 'Name of the cluster' }),
        kmsId: z => z.string({ description: 'Id of the connection' }),
        options: z =>
          z.record(z.string(), {
            description:
              'The whole entry, with encryptionKMSType or KMS_PROVIDER; no secrets',
          }),
      },
      output: {
        ...operationOutput,
        cluster: z => z.string(),
        kmsId: z => z.string(),
      },
    },
    async handler(ctx) {
      const { planOnly, ...input } = ctx.input;
      const request = { operation: 'kms-connection', ...input } as const;
      await carryOut(request, ctx, deps.service);
      ctx.output('cluster', input.cluster);
      ctx.output('kmsId', input.kmsId);
    },
  });
}

import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { VolumeEncryptionService } from 'backstage-plugin-volume-encryption-node';
import { carryOut } from '../operation/carryOut';
import { operationInput, operationOutput } from '../operation/operationSchema';
import { examples } from './kmsConnectionRemove.examples';

/** `volume-encryption:kms-connection:remove` */
export function createKmsConnectionRemoveAction(deps: {
  service: VolumeEncryptionService;
}) {
  return createTemplateAction({
    id: 'volume-encryption:kms-connection:remove',
    description:
      'Removes a KMS connection of Ceph CSI that no class or volume names, and no tenant needs',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        ...operationInput,
        cluster: z => z.string({ description: 'Name of the cluster' }),
        kmsId: z => z.string({ description: 'Id of the connection' }),
      },
      output: {
        ...operationOutput,
        cluster: z => z.string(),
        kmsId: z => z.string(),
      },
    },
    async handler(ctx) {
      const { cluster, kmsId } = ctx.input;
      const operation = 'kms-connection-removal';
      await carryOut({ operation, cluster, kmsId }, ctx, deps.service);
      ctx.output('cluster', cluster);
      ctx.output('kmsId', kmsId);
    },
  });
}

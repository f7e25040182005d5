import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { VolumeEncryptionService } from 'backstage-plugin-volume-encryption-node';
import { carryOut } from '../operation/carryOut';
import { operationInput, operationOutput } from '../operation/operationSchema';
import { examples } from './storageClassDefault.examples';

/** `volume-encryption:storage-class:default` */
export function createStorageClassDefaultAction(deps: {
  service: VolumeEncryptionService;
}) {
  return createTemplateAction({
    id: 'volume-encryption:storage-class:default',
    description:
      'Makes an encrypted StorageClass the only default of its cluster',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        ...operationInput,
        cluster: z => z.string({ description: 'Name of the cluster' }),
        storageClass: z =>
          z.string({ description: 'An encrypted class that exists' }),
      },
      output: {
        ...operationOutput,
        cluster: z => z.string(),
        storageClass: z => z.string(),
      },
    },
    async handler(ctx) {
      const { cluster, storageClass } = ctx.input;
      const request = {
        operation: 'storage-class-default',
        cluster,
        name: storageClass,
      } as const;
      await carryOut(request, ctx, deps.service);
      ctx.output('cluster', cluster);
      ctx.output('storageClass', storageClass);
    },
  });
}

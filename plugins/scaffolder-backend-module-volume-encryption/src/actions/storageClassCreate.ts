import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { VolumeEncryptionService } from 'backstage-plugin-volume-encryption-node';
import { carryOut } from '../operation/carryOut';
import { operationInput, operationOutput } from '../operation/operationSchema';
import { examples } from './storageClassCreate.examples';

/** `volume-encryption:storage-class:create` */
export function createStorageClassCreateAction(deps: {
  service: VolumeEncryptionService;
}) {
  return createTemplateAction({
    id: 'volume-encryption:storage-class:create',
    description:
      'Publishes a StorageClass whose volumes Ceph CSI encrypts with keys in a KMS',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        ...operationInput,
        cluster: z => z.string({ description: 'Name of the cluster' }),
        name: z => z.string({ description: 'Name of the StorageClass' }),
        kmsId: z =>
          z.string({ description: 'KMS connection of the cluster, by its id' }),
        provisioner: z =>
          z.string({
            description: 'CSI driver, such as rook-ceph.rbd.csi.ceph.com',
          }),
        clusterId: z =>
          z.string({
            description: "The Ceph cluster's id, as Ceph CSI has it",
          }),
        pool: z =>
          z.string({ description: 'RBD pool or CephFS filesystem name' }),
        secretNamespace: z =>
          z.string({ description: 'Namespace of the CSI Secrets' }),
        provisionerSecret: z =>
          z
            .string({
              description: "Secret of the provisioner; Rook's if absent",
            })
            .optional(),
        nodeSecret: z =>
          z
            .string({ description: "Secret of the nodes; Rook's if absent" })
            .optional(),
        reclaimPolicy: z =>
          z
            .enum(['Delete', 'Retain'], {
              description:
                'What becomes of a volume without its claim; Delete if absent',
            })
            .optional(),
        bindingMode: z =>
          z
            .enum(['Immediate', 'WaitForFirstConsumer'], {
              description: 'When a volume is made; Immediate if absent',
            })
            .optional(),
      },
      output: {
        ...operationOutput,
        cluster: z => z.string(),
        storageClass: z => z.string(),
      },
    },
    async handler(ctx) {
      const { planOnly, ...input } = ctx.input;
      const { reclaimPolicy = 'Delete', bindingMode = 'Immediate' } = input;
      await carryOut(
        {
          operation: 'storage-class',
          ...input,
          reclaimPolicy,
          bindingMode,
        },
        ctx,
        deps.service,
      );
      ctx.output('cluster', input.cluster);
      ctx.output('storageClass', input.name);
    },
  });
}

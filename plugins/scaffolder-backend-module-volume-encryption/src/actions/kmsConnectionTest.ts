import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { VolumeEncryptionError } from 'backstage-plugin-volume-encryption-common';
import type { VolumeEncryptionService } from 'backstage-plugin-volume-encryption-node';
import { carryOut } from '../operation/carryOut';
import { operationInput, operationOutput } from '../operation/operationSchema';
import { examples } from './kmsConnectionTest.examples';

/** `volume-encryption:kms-connection:test`; fails where the Vault is not reached. */
export function createKmsConnectionTestAction(deps: {
  service: VolumeEncryptionService;
}) {
  return createTemplateAction({
    id: 'volume-encryption:kms-connection:test',
    description:
      'Asks the Vault of a KMS connection how it is, by a Job in the cluster that is removed however it ends',
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
        answered: z =>
          z
            .boolean({
              description:
                'Whether the Vault answered a pod; no where none ran. Absent where it was only planned',
            })
            .optional(),
      },
    },
    async handler(ctx) {
      const { cluster, kmsId } = ctx.input;
      const request = { operation: 'kms-test', cluster, kmsId } as const;
      const { planned, noteCodes } = await carryOut(request, ctx, deps.service);
      if (planned) return;
      if (noteCodes.includes('kms-test-failed')) {
        throw new VolumeEncryptionError(
          'kms-unreachable',
          `The Vault of KMS connection "${kmsId}" cannot be reached from cluster "${cluster}"; see the log above for why.`,
          { field: 'kmsId' },
        );
      }
      ctx.output('answered', noteCodes.includes('kms-test-answered'));
    },
  });
}

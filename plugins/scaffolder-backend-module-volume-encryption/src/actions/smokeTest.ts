import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { VolumeEncryptionError } from 'backstage-plugin-volume-encryption-common';
import type { VolumeEncryptionService } from 'backstage-plugin-volume-encryption-node';
import { carryOut } from '../operation/carryOut';
import { operationInput, operationOutput } from '../operation/operationSchema';
import { examples } from './smokeTest.examples';

/** `volume-encryption:storage-class:test`; fails where the test did. */
export function createSmokeTestAction(deps: {
  service: VolumeEncryptionService;
}) {
  return createTemplateAction({
    id: 'volume-encryption:storage-class:test',
    description:
      'Makes a small claim of a class and a Job that writes and reads, and removes both however it ends',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        ...operationInput,
        cluster: z => z.string({ description: 'Name of the cluster' }),
        namespace: z => z.string({ description: 'Namespace of a tenant' }),
        storageClass: z => z.string({ description: 'The class to test' }),
      },
      output: {
        ...operationOutput,
        passed: z =>
          z
            .boolean({
              description:
                'Whether a pod wrote and read; no where none ran. Absent where it was only planned',
            })
            .optional(),
      },
    },
    async handler(ctx) {
      const { planOnly, ...input } = ctx.input;
      const request = { operation: 'smoke-test', ...input } as const;
      const { planned, noteCodes } = await carryOut(request, ctx, deps.service);
      if (planned) return;
      if (noteCodes.includes('smoke-test-failed')) {
        throw new VolumeEncryptionError(
          'conflict',
          `The test of StorageClass "${input.storageClass}" failed; see the log above for what was seen.`,
          { field: 'storageClass' },
        );
      }
      ctx.output('passed', noteCodes.includes('smoke-test-passed'));
    },
  });
}

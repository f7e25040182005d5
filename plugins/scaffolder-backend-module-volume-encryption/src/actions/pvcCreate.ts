import { parseEntityRef } from '@backstage/catalog-model';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { VolumeEncryptionService } from 'backstage-plugin-volume-encryption-node';
import { claimInput } from '../claim/claimInput';
import { entityTab } from '../claim/entityTab';
import { waitUntilBound } from '../claim/waitUntilBound';
import { workloadSnippet } from '../claim/workloadSnippet';
import { carryOut } from '../operation/carryOut';
import { operationInput, operationOutput } from '../operation/operationSchema';
import { examples } from './pvcCreate.examples';

const TIMEOUT_SECONDS = 300;

/**
 * `volume-encryption:pvc:create`
 * @param deps.intervalMs - between two looks at the claim
 */
export function createPvcCreateAction(deps: {
  service: VolumeEncryptionService;
  intervalMs?: number;
}) {
  const { service, intervalMs = 2_000 } = deps;
  return createTemplateAction({
    id: 'volume-encryption:pvc:create',
    description:
      'Makes a PersistentVolumeClaim of a catalog entity and waits until it is bound',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        ...operationInput,
        entityRef: z =>
          z.string({ description: 'The entity whose volume it is' }),
        ...claimInput,
        timeoutSeconds: z =>
          z
            .number({
              description: `How long to wait for Bound; ${TIMEOUT_SECONDS} if absent`,
            })
            .positive()
            .optional(),
      },
      output: {
        ...operationOutput,
        cluster: z => z.string(),
        namespace: z => z.string(),
        claim: z => z.string(),
        phase: z =>
          z
            .enum(['Pending', 'Bound'], {
              description:
                'Pending where the class waits for the first pod; absent where it was only planned',
            })
            .optional(),
        entityTab: z =>
          z.string({ description: "Path of the entity's Encryption tab" }),
        workloadSnippet: z =>
          z.string({ description: 'YAML lines for a Pod that uses the claim' }),
      },
    },
    async handler(ctx) {
      const {
        planOnly,
        timeoutSeconds = TIMEOUT_SECONDS,
        ...input
      } = ctx.input;
      const { cluster, namespace, name, entityRef } = input;
      const { volumeMode = 'Filesystem', accessMode = 'ReadWriteOnce' } = input;
      const entity = parseEntityRef(entityRef, { defaultKind: 'component' });
      const { planned } = await carryOut(
        { operation: 'claim', ...input, volumeMode, accessMode },
        ctx,
        service,
      );
      ctx.output('cluster', cluster);
      ctx.output('namespace', namespace);
      ctx.output('claim', name);
      ctx.output('entityTab', entityTab(entity));
      ctx.output('workloadSnippet', workloadSnippet(name, volumeMode));
      if (planned) return;
      const volume = await waitUntilBound({
        address: { ...entity, cluster, claimNamespace: namespace, claim: name },
        service,
        run: ctx,
        timeoutMs: timeoutSeconds * 1000,
        intervalMs,
      });
      ctx.output('phase', volume.phase === 'Bound' ? 'Bound' : 'Pending');
    },
  });
}

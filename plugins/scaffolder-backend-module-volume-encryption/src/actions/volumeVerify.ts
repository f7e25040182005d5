import { parseEntityRef } from '@backstage/catalog-model';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  verifyVolume,
  VolumeEncryptionError,
} from 'backstage-plugin-volume-encryption-common';
import type { VolumeEncryptionService } from 'backstage-plugin-volume-encryption-node';
import { examples } from './volumeVerify.examples';

/** `volume-encryption:volume:verify` */
export function createVolumeVerifyAction(deps: {
  service: VolumeEncryptionService;
}) {
  return createTemplateAction({
    id: 'volume-encryption:volume:verify',
    description:
      'Proves that a volume is encrypted with a key that the customer holds, or fails and says why not',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        entityRef: z =>
          z.string({ description: 'The entity whose volume it is' }),
        cluster: z => z.string({ description: 'Name of the cluster' }),
        namespace: z => z.string({ description: 'Namespace of the claim' }),
        claim: z => z.string({ description: 'Name of the claim' }),
        require: z =>
          z
            .enum(['recorded', 'prepared', 'active', 'nothing'], {
              description:
                'recorded: the volume was made so, its key may come with the first mount; prepared (if absent): the key exists; active: a mount is evidence; nothing: report only',
            })
            .optional(),
      },
      output: {
        verified: z =>
          z.boolean({ description: 'Is it what was required' }).optional(),
        verdict: z => z.string().optional(),
        state: z => z.string().optional(),
        custody: z =>
          z.string({ description: 'Who holds the key, in words' }).optional(),
        remount: z =>
          z.string({ description: 'Would the next mount work' }).optional(),
      },
    },
    async handler(ctx) {
      const { entityRef, cluster, namespace, claim } = ctx.input;
      const { require: required = 'prepared' } = ctx.input;
      const what = `claim "${claim}" in namespace "${namespace}" on cluster "${cluster}"`;
      const entity = parseEntityRef(entityRef, { defaultKind: 'component' });
      if (ctx.isDryRun) {
        ctx.logger.info(`Would verify ${what}, requiring ${required}`);
        return;
      }
      const volume = await deps.service.getEntityVolume(
        { ...entity, cluster, claimNamespace: namespace, claim },
        {
          credentials: await ctx.getInitiatorCredentials(),
          signal: ctx.signal,
        },
      );
      const { protection, custody, remount } = volume;
      const { verified, because } = verifyVolume(
        volume,
        required === 'nothing' ? 'prepared' : required,
      );
      ctx.logger.info(
        `Verified ${what}: ${verified ? 'yes' : 'no'}. ${because}`,
      );
      ctx.logger.info(custody.summary);
      ctx.output('verified', verified);
      ctx.output('verdict', protection.verdict);
      ctx.output('state', protection.state);
      ctx.output('custody', custody.summary);
      ctx.output('remount', remount.verdict);
      if (!verified && required !== 'nothing') {
        throw new VolumeEncryptionError(
          'conflict',
          `Not verified: ${what}. ${because}`,
        );
      }
    },
  });
}

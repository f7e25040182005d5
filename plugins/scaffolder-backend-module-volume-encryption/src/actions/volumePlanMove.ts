import { parseEntityRef } from '@backstage/catalog-model';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { VolumeEncryptionError } from 'backstage-plugin-volume-encryption-common';
import type { VolumeEncryptionService } from 'backstage-plugin-volume-encryption-node';
import { entityTab } from '../claim/entityTab';
import { movePlanText } from '../move/movePlanText';
import { writeMovePlan } from '../move/writeMovePlan';
import { operationInput } from '../operation/operationSchema';
import { tellNotes } from '../operation/tellNotes';
import { examples } from './volumePlanMove.examples';

/** `volume-encryption:volume:plan-move` */
export function createVolumePlanMoveAction(deps: {
  service: VolumeEncryptionService;
}) {
  return createTemplateAction({
    id: 'volume-encryption:volume:plan-move',
    description:
      'Plans how the data of a volume gets to an encrypted one, and writes plan and manifests into the workspace; starts nothing',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        ...operationInput,
        entityRef: z =>
          z.string({ description: 'The entity whose volume it is' }),
        cluster: z => z.string({ description: 'Name of the cluster' }),
        namespace: z => z.string({ description: 'Namespace of the claim' }),
        claim: z => z.string({ description: 'Name of the claim' }),
        storageClass: z =>
          z.string({ description: 'The encrypted class of the new volume' }),
        newClaim: z =>
          z
            .string({
              description:
                "Name of the new claim; the old one's with -encrypted if absent",
            })
            .optional(),
        size: z =>
          z
            .string({
              description: 'Kubernetes quantity; that of the old one if absent',
            })
            .optional(),
        image: z =>
          z
            .string({
              description:
                'Image of the Job that copies, with bash, GNU tar, coreutils, findutils, diffutils and for block volumes util-linux; Debian if absent',
            })
            .optional(),
        runAsUser: z =>
          z
            .number({
              description: 'User that the Job runs as; root if absent',
            })
            .int()
            .positive()
            .optional(),
        targetPath: z =>
          z
            .string({
              description:
                'Folder of the workspace that is written to; move-to-encrypted if absent',
            })
            .optional(),
      },
      output: {
        planned: z => z.boolean({ description: 'Whether no file was written' }),
        movable: z =>
          z.boolean({ description: 'Whether nothing stands in the way' }),
        report: z => z.string({ description: 'The plan, as Markdown' }),
        manifests: z =>
          z.string({ description: 'The new claim and the Job, as YAML' }),
        noteCodes: z =>
          z.array(z.string(), {
            description: 'Codes of what is in the way and of the notes',
          }),
        newClaim: z => z.string({ description: 'Name of the new claim' }),
        size: z => z.string({ description: 'Size of the new claim' }),
        accessMode: z =>
          z
            .string({
              description:
                'Its access mode; absent where it has several, as no claim of the portal has',
            })
            .optional(),
        volumeMode: z => z.string({ description: 'Filesystem or Block' }),
        entityTab: z =>
          z.string({ description: "Path of the entity's Encryption tab" }),
      },
    },
    async handler(ctx) {
      const { planOnly, entityRef, namespace, targetPath, ...asked } =
        ctx.input;
      const entity = parseEntityRef(entityRef, { defaultKind: 'component' });
      const plan = await deps.service.getMovePlan(
        { ...entity, ...asked, claimNamespace: namespace },
        {
          credentials: await ctx.getInitiatorCredentials(),
          signal: ctx.signal,
        },
      );
      const { blockers, notes, files } = plan;
      const planned = planOnly === true || ctx.isDryRun === true;
      tellNotes([...blockers, ...notes], ctx.logger);
      ctx.output('planned', planned);
      ctx.output('movable', blockers.length === 0);
      ctx.output('report', movePlanText(plan));
      ctx.output('manifests', files.map(it => `---\n${it.content}`).join(''));
      ctx.output(
        'noteCodes',
        [...blockers, ...notes].map(({ code }) => code),
      );
      ctx.output('newClaim', plan.newClaim);
      ctx.output('size', plan.size);
      const [accessMode, ...more] = plan.accessModes;
      if (more.length === 0) ctx.output('accessMode', accessMode);
      ctx.output('volumeMode', plan.volumeMode);
      ctx.output('entityTab', entityTab(entity));
      if (planned) return;
      if (blockers.length > 0) {
        const why = blockers.map(({ message }) => message).join(' ');
        throw new VolumeEncryptionError(
          'conflict',
          `Claim "${plan.claim}" cannot be moved yet. ${why}`,
        );
      }
      const folder = targetPath ?? 'move-to-encrypted';
      await writeMovePlan(plan, { workspacePath: ctx.workspacePath, folder });
      ctx.logger.info(
        `Wrote plan and manifests to ${folder}. Nothing was started.`,
      );
    },
  });
}

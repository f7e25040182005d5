import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { VolumeEncryptionService } from 'backstage-plugin-volume-encryption-node';
import { claimInput } from '../claim/claimInput';
import {
  preflightLine,
  requireNotBlocked,
  tellPreflight,
} from '../claim/preflightLines';
import { examples } from './preflight.examples';

/** `volume-encryption:preflight` */
export function createPreflightAction(deps: {
  service: VolumeEncryptionService;
}) {
  return createTemplateAction({
    id: 'volume-encryption:preflight',
    description:
      'Looks at everything that a claim will need before it is made, and fails where the volume could not come about',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        entityRef: z =>
          z.string({ description: 'The entity whose volume it will be' }),
        ...claimInput,
      },
      output: {
        outcome: z =>
          z.enum(['ok', 'warning', 'unknown', 'blocked'], {
            description: 'The gravest of the checks',
          }),
        checks: z =>
          z.array(z.string(), {
            description:
              'Each thing that was looked at, how it stands, who can mend it and how',
          }),
        report: z => z.string({ description: 'The same to read, as Markdown' }),
      },
    },
    async handler(ctx) {
      const { volumeMode = 'Filesystem', accessMode = 'ReadWriteOnce' } =
        ctx.input;
      const found = await deps.service.createPreflight(
        { operation: 'claim', ...ctx.input, volumeMode, accessMode },
        {
          credentials: await ctx.getInitiatorCredentials(),
          signal: ctx.signal,
        },
      );
      const lines = found.checks.map(preflightLine);
      tellPreflight(found, ctx.logger);
      ctx.output('outcome', found.outcome);
      ctx.output('checks', lines);
      ctx.output('report', lines.map(line => `- ${line}`).join('\n'));
      requireNotBlocked(found);
    },
  });
}

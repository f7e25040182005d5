import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { VolumeEncryptionService } from 'backstage-plugin-volume-encryption-node';
import { requireNoDrift, tellDrift } from '../tenant/drift';
import { examples } from './tenantInspect.examples';

/** `volume-encryption:tenant:inspect` */
export function createTenantInspectAction(deps: {
  service: VolumeEncryptionService;
}) {
  return createTemplateAction({
    id: 'volume-encryption:tenant:inspect',
    description:
      'Tells each difference between a tenant as it should be and as it is, and can fail on it',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        cluster: z => z.string({ description: 'Name of the cluster' }),
        namespace: z => z.string({ description: 'Namespace of the tenant' }),
        custody: z =>
          z
            .enum(['vaulttenantsa', 'vaulttokens'], {
              description:
                'Which credential, where the namespace has several; else the first',
            })
            .optional(),
        kms: z =>
          z
            .string({ description: "The same by the portal's name of its KMS" })
            .optional(),
        failOn: z =>
          z
            .enum(['error', 'warning', 'nothing'], {
              description:
                'error or warning: fail when there is one, or when not all could be read; nothing (if absent): report only',
            })
            .optional(),
      },
      output: {
        tenantId: z => z.string().optional(),
        credential: z =>
          z.string({ description: 'live, or what is wrong' }).optional(),
        daysLeft: z =>
          z.number({ description: 'Until the credential ends' }).optional(),
        drift: z =>
          z.array(z.string(), { description: 'Code of each' }).optional(),
        keys: z => z.number({ description: 'How many it has' }).optional(),
      },
    },
    async handler(ctx) {
      const { failOn = 'nothing', ...tenant } = ctx.input;
      const { cluster, namespace } = tenant;
      const what = `tenant "${cluster}.${namespace}"`;
      if (ctx.isDryRun) {
        ctx.logger.info(`Would inspect ${what}, failing on ${failOn}`);
        return;
      }
      const found = await deps.service.inspectTenant(
        { ...tenant, limit: 1 },
        {
          credentials: await ctx.getInitiatorCredentials(),
          signal: ctx.signal,
        },
      );
      const { id, credential } = found.tenant;
      tellDrift(found, ctx.logger);
      ctx.output('tenantId', id);
      ctx.output('credential', credential.state);
      ctx.output('daysLeft', credential.daysLeft);
      ctx.output(
        'drift',
        found.drift.map(({ code }) => code),
      );
      ctx.output('keys', found.keys.total);
      requireNoDrift(found, { failOn, what });
    },
  });
}

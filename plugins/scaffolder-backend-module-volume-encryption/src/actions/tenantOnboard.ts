import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { VolumeEncryptionService } from 'backstage-plugin-volume-encryption-node';
import { carryOut } from '../operation/carryOut';
import { nameOf } from '../operation/nameOf';
import { operationInput, operationOutput } from '../operation/operationSchema';
import { examples } from './tenantOnboard.examples';

/**
 * `volume-encryption:tenant:onboard`. A token, where the custody needs one, goes
 * from Vault to the cluster inside of the backend; this action never has it.
 */
export function createTenantOnboardAction(deps: {
  service: VolumeEncryptionService;
}) {
  return createTemplateAction({
    id: 'volume-encryption:tenant:onboard',
    description:
      'Makes a namespace a tenant: a mount for its keys, its credential, and its consent to the owner that it serves',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        ...operationInput,
        cluster: z => z.string({ description: 'Name of the cluster' }),
        namespace: z => z.string({ description: 'Namespace of the tenant' }),
        kmsId: z =>
          z.string({
            description: 'KMS connection, whose type says which custody',
          }),
        owner: z =>
          z.string({ description: 'Entity ref of whom the namespace serves' }),
        createNamespace: z =>
          z
            .boolean({
              description:
                'Make the namespace where there is none; no if absent',
            })
            .optional(),
      },
      output: {
        ...operationOutput,
        cluster: z => z.string(),
        namespace: z => z.string(),
        owner: z => z.string(),
        mount: z =>
          z.string({ description: "Path of the tenant's mount" }).optional(),
        secret: z =>
          z.string({ description: 'Its name; vaulttokens' }).optional(),
        serviceAccount: z =>
          z.string({ description: 'Its name; vaulttenantsa' }).optional(),
      },
    },
    async handler(ctx) {
      const { planOnly, createNamespace = false, ...input } = ctx.input;
      const output = await carryOut(
        { operation: 'tenant-onboard', ...input, createNamespace },
        ctx,
        deps.service,
      );
      ctx.output('cluster', input.cluster);
      ctx.output('namespace', input.namespace);
      ctx.output('owner', input.owner);
      ctx.output('mount', nameOf(output, 'Mount'));
      ctx.output('secret', nameOf(output, 'Secret'));
      ctx.output('serviceAccount', nameOf(output, 'ServiceAccount'));
    },
  });
}

import {
  createTemplateAction,
  type TemplateExample,
} from '@backstage/plugin-scaffolder-node';
import type { VolumeEncryptionService } from 'backstage-plugin-volume-encryption-node';
import { carryOut } from '../operation/carryOut';

/** An action on the credential of a tenant that is there. */
export function createTenantCredentialAction(
  action: {
    id: string;
    description: string;
    examples: TemplateExample[];
    operation: 'tenant-renew' | 'tenant-rotate' | 'tenant-offboard';
  },
  deps: { service: VolumeEncryptionService },
) {
  const { operation, ...described } = action;
  return createTemplateAction({
    ...described,
    supportsDryRun: true,
    schema: {
      input: {
        cluster: z => z.string({ description: 'Name of the cluster' }),
        namespace: z => z.string({ description: 'Namespace of the tenant' }),
        kmsId: z =>
          z.string({ description: 'KMS connection of the tenant, by its id' }),
      },
      output: {
        cluster: z => z.string(),
        namespace: z => z.string(),
        manifests: z =>
          z.string({
            description: 'What was planned, as YAML; no secret values',
          }),
      },
    },
    async handler(ctx) {
      const { cluster, namespace } = ctx.input;
      const request = { operation, ...ctx.input };
      const { manifests } = await carryOut(request, ctx, deps.service);
      ctx.output('cluster', cluster);
      ctx.output('namespace', namespace);
      ctx.output('manifests', manifests);
    },
  });
}

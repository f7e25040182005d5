import { viewPermission } from 'backstage-plugin-volume-encryption-common';
import type { ActionParts } from './ActionParts';
import { outcomeOf, outcomeSchema } from './outcome';

const DESCRIPTION = `Gives a tenant a new credential, verifies it, and then ends the former one. Volumes and pods are not touched. For the platform team.

Use inspect-tenant first: it tells whether the credential ends soon, and which KMS connections fit the tenant.`;

/** `volume-encryption:rotate-tenant-credential` */
export function registerRotateTenantCredential(parts: ActionParts): void {
  parts.actionsRegistry.register({
    name: 'rotate-tenant-credential',
    title: "Rotate a tenant's credential",
    description: DESCRIPTION,
    attributes: { readOnly: false, idempotent: false, destructive: true },
    visibilityPermission: viewPermission,
    schema: {
      input: z =>
        z.object({
          cluster: z.string(),
          namespace: z.string(),
          kmsId: z.string().describe('KMS connection that fits the tenant'),
        }),
      output: outcomeSchema,
    },
    action: async ({ input, credentials }) => {
      const asked = { operation: 'tenant-rotate', ...input } as const;
      return { output: await outcomeOf(asked, credentials, parts) };
    },
  });
}

import { viewPermission } from 'backstage-plugin-volume-encryption-common';
import type { ActionParts } from './ActionParts';
import { outcomeOf, outcomeSchema } from './outcome';

const DESCRIPTION = `Gives a tenant a new credential and ends the former one. A new token is verified before the former one ends. A ServiceAccount is made anew in its place: before that the cluster is asked whether it would take it and Vault's role whether it would let it in, and a login is not tried. Volumes and pods are not touched. For the platform team.

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

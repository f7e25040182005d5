import { viewPermission } from 'backstage-plugin-volume-encryption-common';
import type { ActionParts } from './ActionParts';
import { outcomeOf, outcomeSchema } from './outcome';

const DESCRIPTION = `Makes a namespace a tenant: gives it a mount for its keys, the credential of the KMS connection's custody, and its consent to the owner that it serves. For the platform team.

Safe to run again. Refuses a namespace that serves another owner. Ask the user which owner the namespace serves; do not guess it.`;

/** `volume-encryption:onboard-tenant` */
export function registerOnboardTenant(parts: ActionParts): void {
  parts.actionsRegistry.register({
    name: 'onboard-tenant',
    title: 'Onboard a tenant',
    description: DESCRIPTION,
    attributes: { readOnly: false, idempotent: true, destructive: false },
    visibilityPermission: viewPermission,
    schema: {
      input: z =>
        z.object({
          cluster: z.string(),
          namespace: z.string(),
          kmsId: z.string().describe('KMS connection of the cluster'),
          owner: z
            .string()
            .describe('Entity ref of whom it serves, such as group:payments'),
          createNamespace: z
            .boolean()
            .default(false)
            .describe('Make the namespace where there is none'),
        }),
      output: outcomeSchema,
    },
    action: async ({ input, credentials }) => {
      const asked = { operation: 'tenant-onboard', ...input } as const;
      return { output: await outcomeOf(asked, credentials, parts) };
    },
  });
}

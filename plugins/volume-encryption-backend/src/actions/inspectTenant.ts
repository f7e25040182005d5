import { viewPermission } from 'backstage-plugin-volume-encryption-common';
import type { ActionParts } from './ActionParts';
import { problemText } from './problemText';
import { readForPlatform } from './readFor';
import { tenantInShort, tenantSchema } from './tenantInShort';

const DESCRIPTION = `Looks closely at one tenant, asking its cluster and its KMS now: each difference between what should be and what is, with its remedy, and how many keys it has. No key is read. For the platform team.

An empty \`drift\` means that all is as it should be only when \`problems\` is empty as well.`;

/** `volume-encryption:inspect-tenant` */
export function registerInspectTenant(parts: ActionParts): void {
  parts.actionsRegistry.register({
    name: 'inspect-tenant',
    title: 'Inspect a tenant',
    description: DESCRIPTION,
    attributes: { readOnly: true, idempotent: true, destructive: false },
    visibilityPermission: viewPermission,
    schema: {
      input: z =>
        z.object({
          cluster: z.string(),
          namespace: z.string(),
          custody: z
            .enum(['vaulttenantsa', 'vaulttokens'])
            .optional()
            .describe('Which credential, where the namespace has several'),
          kms: z
            .string()
            .optional()
            .describe("The same by the portal's name of its KMS"),
        }),
      output: z =>
        z.object({
          tenant: tenantSchema(z),
          drift: z.array(
            z.object({
              severity: z.string(),
              object: z.string(),
              message: z.string(),
              remedy: z.string(),
            }),
          ),
          mount: z.string().describe('Path of its mount in the KMS'),
          keys: z.number().describe('How many keys it has'),
          problems: z.array(z.string()).describe('What could not be read'),
        }),
    },
    action: async ({ input, credentials }) => {
      const reading = { action: 'inspect-tenant', credentials };
      const page = { limit: 1, offset: 0 };
      const found = await readForPlatform(reading, parts, () =>
        parts.inspector.inspect({ ...input, ...page }),
      );
      return {
        output: {
          tenant: tenantInShort(found.tenant),
          drift: found.drift.map(({ severity, object, message, remedy }) => ({
            severity,
            object,
            message,
            remedy,
          })),
          mount: found.mount,
          keys: found.keys.total,
          problems: found.problems.map(problemText),
        },
      };
    },
  });
}

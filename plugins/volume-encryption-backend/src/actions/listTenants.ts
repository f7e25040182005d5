import { viewPermission } from 'backstage-plugin-volume-encryption-common';
import type { ActionParts } from './ActionParts';
import { problemText } from './problemText';
import { readForPlatform } from './readFor';
import { tenantInShort, tenantSchema } from './tenantInShort';

const DESCRIPTION = `Lists a page of the tenants: namespaces with custody of their keys in a KMS, each with whom it serves, how it proves itself to the KMS, and how many days that lasts. For the platform team.

Use it to answer "whose credential ends soon?". When \`problems\` is not empty, the list may not be complete: say so. When \`total\` is more than the tenants you have got, ask for the next page by \`offset\`.`;

/** `volume-encryption:list-tenants` */
export function registerListTenants(parts: ActionParts): void {
  parts.actionsRegistry.register({
    name: 'list-tenants',
    title: 'List tenants',
    description: DESCRIPTION,
    attributes: { readOnly: true, idempotent: true, destructive: false },
    visibilityPermission: viewPermission,
    schema: {
      input: z =>
        z.object({
          cluster: z.string().optional().describe('Only of this cluster'),
          search: z
            .string()
            .max(253)
            .optional()
            .describe('Part of a namespace, a cluster or an owner'),
          state: z
            .enum([
              'live',
              'expiring',
              'expired',
              'missing',
              'lost',
              'foreign',
              'refused',
              'unknown',
            ])
            .optional()
            .describe('Only those whose credential is in this state'),
          limit: z.number().int().min(1).max(500).default(50),
          offset: z.number().int().min(0).default(0),
        }),
      output: z =>
        z.object({
          total: z.number().describe('How many tenants match, on any page'),
          states: z
            .record(z.number())
            .describe('How many credentials are in which state, on any page'),
          tenants: z.array(tenantSchema(z)),
          problems: z.array(z.string()).describe('What could not be read'),
        }),
    },
    action: async ({ input, credentials }) => {
      const reading = { action: 'list-tenants', credentials };
      const { total, states, items, problems } = await readForPlatform(
        reading,
        parts,
        () => parts.inspector.list(input),
      );
      return {
        output: {
          total,
          states,
          tenants: items.map(tenantInShort),
          problems: problems.map(problemText),
        },
      };
    },
  });
}

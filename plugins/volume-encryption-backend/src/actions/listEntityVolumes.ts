import {
  viewPermission,
  type VolumeView,
} from 'backstage-plugin-volume-encryption-common';
import type { ActionParts } from './ActionParts';
import { problemText } from './problemText';
import { readFor } from './readFor';

const DESCRIPTION = `Lists a page of the Kubernetes volumes of a catalog entity, each with whether it is truly encrypted, who holds its key, and whether it would mount again now.

Use it to answer "are the volumes of this component encrypted?". The verdict \`unknown\` means that something could not be read, not that a volume is not encrypted. When \`problems\` is not empty, the list may not be complete: say so. When \`total\` is more than the volumes you have got, nothing is known of the others yet: ask for the next page by \`offset\`, or say how many you looked at.`;

/** `volume-encryption:list-entity-volumes` */
export function registerListEntityVolumes(parts: ActionParts): void {
  parts.actionsRegistry.register({
    name: 'list-entity-volumes',
    title: "List an entity's volumes",
    description: DESCRIPTION,
    attributes: { readOnly: true, idempotent: true, destructive: false },
    visibilityPermission: viewPermission,
    schema: {
      input: z =>
        z.object({
          entityRef: z
            .string()
            .describe('Of the entity, such as component:default/orders'),
          search: z
            .string()
            .max(253)
            .optional()
            .describe('Part of a name of a claim, a namespace or a cluster'),
          limit: z.number().int().min(1).max(500).default(50),
          offset: z
            .number()
            .int()
            .min(0)
            .default(0)
            .describe('How many volumes come before the page'),
        }),
      output: z =>
        z.object({
          total: z.number().describe('How many volumes match, on any page'),
          volumes: z.array(
            z.object({
              cluster: z.string(),
              namespace: z.string(),
              claim: z.string(),
              phase: z.string(),
              size: z.string().describe('A Kubernetes quantity'),
              verdict: z.string().describe('Is it encrypted, and by whose key'),
              state: z.string().describe('Whether a mount is evidence of it'),
              custody: z.string().describe('Who holds the key'),
              remount: z.string().describe('Would the next mount work now'),
              reasons: z.array(z.string()),
            }),
          ),
          problems: z
            .array(z.string())
            .describe('What could not be read; volumes may be missing'),
        }),
    },
    action: async ({ input: { entityRef, ...page }, credentials }) => {
      const reading = { action: 'list-entity-volumes', entityRef, credentials };
      const known = await readFor(reading, parts, entity =>
        parts.status.entityVolumes(entity, page),
      );
      const { total, volumes, problems } = known;
      return {
        output: {
          total,
          volumes: volumes.map(inShort),
          problems: problems.map(problemText),
        },
      };
    },
  });
}

function inShort(volume: VolumeView) {
  const { cluster, namespace, claim, phase, protection, remount } = volume;
  return {
    cluster,
    namespace,
    claim,
    phase,
    size: volume.capacity ?? volume.requested,
    verdict: protection.verdict,
    state: protection.state,
    custody: volume.custody.summary,
    remount: remount.verdict,
    reasons: [...protection.reasons, ...remount.reasons].map(
      ({ message }) => message,
    ),
  };
}

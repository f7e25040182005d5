import {
  verifyVolume,
  viewPermission,
} from 'backstage-plugin-volume-encryption-common';
import type { ActionParts } from './ActionParts';
import { readFor } from './readFor';

const DESCRIPTION = `Verifies that one Kubernetes volume of a catalog entity is encrypted with a key that the customer holds, and says why or why not.

\`verified\` is true only with evidence. False does not mean that the volume is not encrypted: read \`because\`. To find the volumes of an entity, use list-entity-volumes first.`;

/** `volume-encryption:verify-volume` */
export function registerVerifyVolume(parts: ActionParts): void {
  parts.actionsRegistry.register({
    name: 'verify-volume',
    title: 'Verify a volume',
    description: DESCRIPTION,
    attributes: { readOnly: true, idempotent: true, destructive: false },
    visibilityPermission: viewPermission,
    schema: {
      input: z =>
        z.object({
          entityRef: z
            .string()
            .describe('Of the entity, such as component:default/orders'),
          cluster: z.string(),
          namespace: z.string().describe('Of the claim'),
          claim: z.string().describe('Name of the PersistentVolumeClaim'),
          require: z
            .enum(['prepared', 'active'])
            .default('prepared')
            .describe(
              'prepared: the key exists; active: a mount is evidence as well',
            ),
        }),
      output: z =>
        z.object({
          verified: z.boolean(),
          because: z.string(),
          verdict: z.string(),
          state: z.string(),
          grade: z.string().describe('E0, no evidence, to E6'),
          custody: z.string().describe('Who holds the key'),
          remount: z.string().describe('Would the next mount work now'),
          observedAt: z.string().describe('Age of the facts; ISO 8601'),
        }),
    },
    action: async ({ input, credentials }) => {
      const { entityRef, require: level, ...place } = input;
      const action = 'verify-volume';
      const reading = { action, entityRef, place, credentials };
      const volume = await readFor(reading, parts, entity =>
        parts.status.entityVolume(entity, place),
      );
      const { verdict, state, grade } = volume.protection;
      return {
        output: {
          ...verifyVolume(volume, level),
          verdict,
          state,
          grade,
          custody: volume.custody.summary,
          remount: volume.remount.verdict,
          observedAt: volume.observedAt,
        },
      };
    },
  });
}

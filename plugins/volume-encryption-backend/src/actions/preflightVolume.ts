import { viewPermission } from 'backstage-plugin-volume-encryption-common';
import { preflightFor } from '../http/preflightFor';
import type { ActionParts } from './ActionParts';
import { asBackstageError } from './asBackstageError';

const DESCRIPTION = `Looks at everything that an encrypted volume of a catalog entity would need, before a claim is made: namespace, quotas, StorageClass, driver, KMS connection, KMS and credential. Changes nothing.

\`blocked\` means that the volume could not be made or mounted: tell who can mend it and the next step. \`unknown\` is not good: say what could not be found out.`;

/** `volume-encryption:preflight-volume` */
export function registerPreflightVolume(parts: ActionParts): void {
  parts.actionsRegistry.register({
    name: 'preflight-volume',
    title: 'Look ahead of a volume',
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
          name: z.string().describe('Of the PersistentVolumeClaim'),
          storageClass: z.string(),
          size: z.string().describe('Kubernetes quantity, such as 10Gi'),
          accessMode: z
            .enum(['ReadWriteOnce', 'ReadWriteOncePod', 'ReadWriteMany'])
            .default('ReadWriteOnce'),
          volumeMode: z.enum(['Filesystem', 'Block']).default('Filesystem'),
        }),
      output: z =>
        z.object({
          outcome: z.string().describe('The gravest of the checks'),
          checks: z.array(
            z.object({
              about: z.string(),
              outcome: z.string().describe('ok, warning, blocked, unknown'),
              message: z.string(),
              owner: z.string().optional().describe('Who can mend it'),
              nextStep: z.string().optional(),
              diagnosis: z.string().optional(),
              link: z.string().optional(),
            }),
          ),
          observedAt: z.string().describe('ISO 8601'),
        }),
    },
    action: async ({ input, credentials }) => {
      const asked = { operation: 'claim', ...input } as const;
      try {
        return { output: await preflightFor(asked, { credentials }, parts) };
      } catch (error) {
        throw asBackstageError(error);
      }
    },
  });
}

import type { ActionsRegistryActionOptions } from '@backstage/backend-plugin-api/alpha';
import type { TenantSummary } from 'backstage-plugin-volume-encryption-common';

/** The registry's zod, which it hands to each schema. */
export type Zod = Parameters<
  ActionsRegistryActionOptions<never, never>['schema']['input']
>[0];

/** What the actions tell of a tenant. */
export const tenantSchema = (z: Zod) =>
  z.object({
    cluster: z.string(),
    namespace: z.string(),
    owner: z.string().optional().describe('Entity ref that it serves'),
    ownerKnown: z
      .boolean()
      .describe('Whether it serves nobody where no owner is named'),
    custody: z.string(),
    kms: z.string().optional(),
    kmsIds: z
      .array(z.string())
      .optional()
      .describe('KMS connections that fit it; absent where not known'),
    credential: z.string().describe('live, or what is wrong with it'),
    credentialMessage: z.string().describe('What that means, what to do'),
    daysLeft: z.number().optional().describe('Until the credential ends'),
    volumes: z
      .number()
      .optional()
      .describe('How many encrypted volumes it has; absent where not known'),
  });

/** A tenant as the actions tell of it, without what is only for screens. */
export function tenantInShort(tenant: TenantSummary) {
  const { cluster, namespace, owner, ownerKnown } = tenant;
  const { custody, kms, kmsIds } = tenant;
  const { state, message, daysLeft } = tenant.credential;
  return {
    cluster,
    namespace,
    owner,
    ownerKnown,
    custody,
    kms,
    kmsIds,
    credential: state,
    credentialMessage: message,
    daysLeft,
    volumes: tenant.volumes,
  };
}

import type {
  Step,
  StepResult,
} from 'backstage-plugin-volume-encryption-common';
import { deliverTenantToken, type TenantCredentialStore } from '../custody';
import type { Systems } from '../systems';

/** Who a step is applied for, and how to stop it. */
export interface StepContext {
  /** Entity ref. */
  requestedBy: string;
  signal?: AbortSignal;
}

/** Applies one step; each kind of step is safe to apply again. */
export type StepApplier = (
  step: Step,
  context: StepContext,
) => Promise<StepResult['outcome']>;

/** The applier that acts on the configured clusters and KMSs. */
export function stepApplier(parts: {
  systems: Systems;
  credentials: TenantCredentialStore;
}): StepApplier {
  return async (step, context) => {
    const { signal } = context;
    switch (step.kind) {
      case 'apply':
        return parts.systems
          .cluster(step.cluster)
          .writer.apply(step.manifest, { signal });
      case 'ensure-mount':
        return parts.systems.kms(step.kms).ensureMount(step.path, { signal });
      default:
        return deliver(step, context, parts);
    }
  };
}

function deliver(
  step: Extract<Step, { kind: 'deliver-token' }>,
  { requestedBy }: StepContext,
  parts: { systems: Systems; credentials: TenantCredentialStore },
) {
  const { cluster, namespace, kms, tenantId, secretName } = step;
  const tenant = { cluster, namespace, kms, tenantId };
  return deliverTenantToken(
    { tenant, secretName, requestedBy },
    {
      credentials: parts.credentials,
      tokens: parts.systems.kms(kms).tokens,
      writer: parts.systems.cluster(cluster).writer,
    },
  );
}

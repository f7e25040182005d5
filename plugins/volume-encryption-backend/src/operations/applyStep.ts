import type {
  Receipt,
  Step,
  StepResult,
} from 'backstage-plugin-volume-encryption-common';
import { deliverTenantToken, type TenantCredentialStore } from '../custody';
import {
  destroyKeys,
  removeMount,
  renewTenantToken,
  revokeTenantTokens,
} from './custodySteps';
import type { Systems } from '../systems';

/** Who a step is applied for, and how to stop it. */
export interface StepContext {
  /** Entity ref. */
  requestedBy: string;
  signal?: AbortSignal;
}

/** The context of one step. */
export interface StepRun extends StepContext {
  /** Takes what a system remarks on the step, in its own words. */
  warn(message: string): void;
  /** Takes what a step that destroys has destroyed. */
  keep(receipt: Receipt): void;
}

/** Applies one step; each kind of step is safe to apply again. */
export type StepApplier = (
  step: Step,
  run: StepRun,
) => Promise<StepResult['outcome']>;

/** The applier that acts on the configured clusters and KMSs. */
export function stepApplier(parts: {
  systems: Systems;
  credentials: TenantCredentialStore;
}): StepApplier {
  return async (step, run) => {
    const { signal } = run;
    switch (step.kind) {
      case 'apply':
        return parts.systems
          .cluster(step.cluster)
          .writer.apply(step.manifest, { signal });
      case 'ensure-mount':
        return parts.systems.kms(step.kms).ensureMount(step.path, { signal });
      case 'deliver-token':
        return deliver(step, run, parts);
      case 'patch':
        return parts.systems
          .cluster(step.cluster)
          .writer.patch(step.target, step.patch, { signal });
      case 'delete': {
        const outcome = await parts.systems
          .cluster(step.cluster)
          .writer.delete(step.target, { signal });
        return outcome === 'absent' ? 'unchanged' : 'deleted';
      }
      case 'renew-token':
        return renewTenantToken(step, run, parts);
      case 'revoke-tokens':
        return revokeTenantTokens(step, run, parts);
      case 'destroy-keys':
        return destroyKeys(step, run, parts);
      default:
        return removeMount(step, run, parts);
    }
  };
}

async function deliver(
  step: Extract<Step, { kind: 'deliver-token' }>,
  { requestedBy, warn }: StepRun,
  parts: { systems: Systems; credentials: TenantCredentialStore },
) {
  const { cluster, namespace, kms, tenantId, secretName } = step;
  const tenant = { cluster, namespace, kms, tenantId };
  const { outcome, warnings } = await deliverTenantToken(
    { tenant, secretName, requestedBy },
    {
      credentials: parts.credentials,
      tokens: parts.systems.kms(kms).tokens,
      writer: parts.systems.cluster(cluster).writer,
    },
  );
  for (const warning of warnings) warn(`Vault warns: ${warning}`);
  return outcome;
}

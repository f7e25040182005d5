import type {
  Step,
  StepResult,
} from 'backstage-plugin-volume-encryption-common';
import {
  deliverTenantToken,
  endAllTokens,
  renewTenantTokens,
} from '../custody';
import { removeMount } from '../custody/shredding/removeMount';
import { shredKeys } from '../custody/shredding/shredKeys';
import type { StepRun } from './applyStep';
import type { StepParts } from './StepParts';

type Applied = Promise<StepResult['outcome']>;
type DeliveryStep = Extract<Step, { kind: 'deliver-token' }>;
type TokenStep = Extract<Step, { kind: 'renew-token' | 'revoke-tokens' }>;
type KeysStep = Extract<Step, { kind: 'destroy-keys' | 'remove-mount' }>;

const NOT_FINISHED =
  'Somebody removed the mount past the portal before all keys were destroyed. The receipt tells of which that was not seen.';

/** Gives a tenant a new token, and ends the former one. */
export async function deliverStep(
  step: DeliveryStep,
  { requestedBy, warn }: StepRun,
  { systems, credentials }: StepParts,
): Applied {
  const { secretName } = step;
  const { outcome, warnings } = await deliverTenantToken(
    { tenant: tenantOf(step), secretName, requestedBy },
    {
      credentials,
      kms: systems.kms(step.kms),
      cluster: systems.cluster(step.cluster),
    },
  );
  tellWarnings(warnings, warn);
  return outcome;
}

/** Prolongs the delivered tokens of a tenant by their period. */
export async function renewStep(
  step: TokenStep,
  { signal, warn }: StepRun,
  parts: StepParts,
): Applied {
  const { credentials, now } = parts;
  const { tokens } = parts.systems.kms(step.kms);
  const custody = { credentials, tokens, now };
  const renewal = await renewTenantTokens(tenantOf(step), custody, { signal });
  tellWarnings(renewal.warnings, warn);
  return renewal.outcome;
}

/** Ends every token that is recorded of a tenant. */
export async function revokeStep(
  step: TokenStep,
  { credentials, systems }: StepParts,
): Applied {
  const { tokens } = systems.kms(step.kms);
  const custody = { credentials, tokens };
  const ended = await endAllTokens(tenantOf(step), custody);
  return ended > 0 ? 'deleted' : 'unchanged';
}

/** Destroys the keys of a tenant's mount, with a receipt. */
export async function destroyKeysStep(
  step: KeysStep,
  { keep, ...run }: StepRun,
  { systems, ...parts }: StepParts,
): Applied {
  const kms = systems.kms(step.kms);
  const shredding = shreddingOf(step, run);
  const receipt = await shredKeys(shredding, { ...parts, kms }).catch(
    async (error: unknown) => {
      const open = await parts.receipts.findOpen(shredding.tenant);
      if (open) keep(open.receipt);
      throw error;
    },
  );
  keep(receipt);
  return receipt.destroyed.length > 0 ? 'deleted' : 'unchanged';
}

/** Removes a tenant's mount without keys, and says so in the receipt. */
export async function removeMountStep(
  step: KeysStep,
  { keep, ...run }: StepRun,
  { systems, receipts }: StepParts,
): Applied {
  const kms = systems.kms(step.kms);
  const shredding = shreddingOf(step, run);
  const { outcome, receipt } = await removeMount(shredding, { kms, receipts });
  if (receipt) keep(receipt);
  if (receipt && !receipt.finished) run.warn(NOT_FINISHED);
  return outcome;
}

function tellWarnings(warnings: readonly string[], warn: StepRun['warn']) {
  for (const warning of warnings) warn(`Vault warns: ${warning}`);
}

function tenantOf({
  cluster,
  namespace,
  kms,
  tenantId,
}: DeliveryStep | TokenStep | KeysStep) {
  return { cluster, namespace, kms, tenantId };
}

function shreddingOf(
  step: KeysStep,
  { requestedBy, signal }: Pick<StepRun, 'requestedBy' | 'signal'>,
) {
  const tenant = tenantOf(step);
  return { tenant, mount: step.path, requestedBy, signal };
}

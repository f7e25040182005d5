import { VolumeEncryptionError } from 'backstage-plugin-volume-encryption-common';
import type { Custody } from './endFormerTokens';
import { renewToken } from './renewToken';
import type { Tenant } from './TenantCredential';

/** What came of the renewal of all delivered tokens of a tenant. */
export interface TenantRenewal {
  outcome: 'updated' | 'unchanged';
  /** What the KMS remarks on the tokens; no secret. */
  warnings: string[];
}

const LOST = 'does not know it any more';
const NOT_RENEWABLE =
  'does not renew it, or not any longer (its token role should have renewable=true and a token_period)';
const CUT_SHORT =
  'the token was prolonged by less than its period, because its max TTL is near. The portal rotates the tenant before it ends.';

/**
 * Prolongs every delivered token of the tenant in the KMS. Throws `conflict`
 * where one cannot be prolonged, and as {@link renewToken}.
 */
export async function renewTenantTokens(
  tenant: Tenant,
  custody: Custody & { now: () => Date },
  { signal }: { signal?: AbortSignal },
): Promise<TenantRenewal> {
  const recorded = await custody.credentials.live(tenant);
  const delivered = recorded.filter(({ state }) => state === 'delivered');
  const warnings: string[] = [];
  for (const credential of delivered) {
    const renewal = await renewToken(credential, custody, { signal });
    warnings.push(...renewal.warnings);
    if (renewal.outcome === 'lost') throw rotateInstead(tenant, LOST);
    if (renewal.outcome === 'not-renewable') {
      throw rotateInstead(tenant, NOT_RENEWABLE);
    }
    if (renewal.outcome === 'cut-short') warnings.push(CUT_SHORT);
  }
  return { outcome: delivered.length > 0 ? 'updated' : 'unchanged', warnings };
}

function rotateInstead(
  { tenantId, kms }: Tenant,
  why: string,
): VolumeEncryptionError {
  return new VolumeEncryptionError(
    'conflict',
    `The token of tenant "${tenantId}" cannot be renewed: Vault "${kms}" ${why}. Rotate the tenant: that delivers a new one.`,
  );
}

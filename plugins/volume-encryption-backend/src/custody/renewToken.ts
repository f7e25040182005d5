import type { Custody } from './endFormerTokens';
import { lookUpOurToken } from './ourToken';
import type { TenantCredential } from './TenantCredential';
import type { TenantCredentialStore } from './TenantCredentialStore';

/**
 * What came of a renewal.
 *
 * - `renewed`: for a whole period
 * - `cut-short`: for less than a period, because the token's max TTL is near
 * - `not-renewable`: Vault renews no such token, or not any more
 * - `lost`: Vault does not know the token
 */
export interface Renewal {
  outcome: 'renewed' | 'cut-short' | 'not-renewable' | 'lost';
  /** What the KMS remarks on it; no secret. */
  warnings: string[];
}

/** Vault counts whole seconds, and answers take their time. */
const TOLERANCE = 0.95;

/**
 * Prolongs a recorded token by its period, after Vault has said that it is ours,
 * and records what came of it. Throws `not-ours` as {@link lookUpOurToken},
 * with nothing changed, and what the KMS throws.
 */
export async function renewToken(
  credential: TenantCredential,
  { credentials, tokens, now }: Custody & { now: () => Date },
  { signal }: { signal?: AbortSignal },
): Promise<Renewal> {
  const { id, accessor } = credential;
  const token = await lookUpOurToken(credential, tokens, { signal });
  if (!accessor || !token) return lost(id, credentials);
  if (!token.renewable) return { outcome: 'not-renewable', warnings: [] };
  const renewed = await tokens.renew(accessor, { signal });
  if (!renewed) return lost(id, credentials);
  if (renewed === 'not-renewable') return { outcome: renewed, warnings: [] };
  const { expiresAt, warnings } = renewed;
  if (isCutShort(credential, expiresAt, now())) {
    await credentials.recordCheck(id, { expiresAt });
    return { outcome: 'cut-short', warnings };
  }
  await credentials.recordRenewed(id, { expiresAt });
  return { outcome: 'renewed', warnings };
}

async function lost(
  id: string,
  credentials: TenantCredentialStore,
): Promise<Renewal> {
  await credentials.recordLost(id);
  return { outcome: 'lost', warnings: [] };
}

/** Less is left now than a whole period that it had before. */
function isCutShort(
  { issuedAt, expiresAt }: TenantCredential,
  renewedUntil: string,
  now: Date,
): boolean {
  if (!issuedAt || !expiresAt) return false;
  const period = Date.parse(expiresAt) - Date.parse(issuedAt);
  return Date.parse(renewedUntil) - now.getTime() < period * TOLERANCE;
}

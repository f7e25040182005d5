import type { TenantTokens } from 'backstage-plugin-volume-encryption-node';
import { requireOurToken } from './requireOurToken';
import type { Tenant, TenantCredential } from './TenantCredential';
import type { TenantCredentialStore } from './TenantCredentialStore';

/** Where credentials are recorded and where they are made. */
export interface Custody {
  credentials: TenantCredentialStore;
  tokens: TenantTokens;
}

/**
 * Ends what earlier runs began for the tenant and did not deliver, before a new
 * token is minted. Returns what they did deliver: it may be in use, so that it
 * ends after the new one is delivered only. Throws `not-ours` when an accessor
 * turns out not to be of our token.
 */
export async function endUndelivered(
  tenant: Tenant,
  custody: Custody,
): Promise<TenantCredential[]> {
  const former = await custody.credentials.live(tenant);
  const delivered = former.filter(({ state }) => state === 'delivered');
  for (const credential of delivered) {
    await accessorToEnd(credential, custody.tokens);
  }
  await endTokens(
    former.filter(credential => !delivered.includes(credential)),
    custody,
  );
  return delivered;
}

/**
 * Revokes each token whose accessor is known, and gives up intents without one.
 * Throws as {@link endUndelivered}.
 */
export async function endTokens(
  former: readonly TenantCredential[],
  { credentials, tokens }: Custody,
): Promise<void> {
  for (const credential of former) {
    const accessor = await accessorToEnd(credential, tokens);
    if (accessor !== undefined) await tokens.revoke(accessor, {});
    await credentials.recordAbandoned(credential.id);
  }
}

/** Undefined when there is no token, or none any more. */
async function accessorToEnd(
  credential: TenantCredential,
  tokens: TenantTokens,
): Promise<string | undefined> {
  const { accessor } = credential;
  if (accessor === undefined) return undefined;
  const token = await tokens.lookup(accessor, {});
  if (!token) return undefined;
  requireOurToken(credential, token, tokens.creationPath);
  return accessor;
}

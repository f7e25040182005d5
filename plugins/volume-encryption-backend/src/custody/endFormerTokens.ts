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
 * Ends whatever earlier runs left for the tenant, before a new token is minted:
 * revokes each token whose accessor is known, and gives up intents without one.
 * Throws `not-ours` when an accessor turns out not to be of our token.
 */
export async function endFormerTokens(
  tenant: Tenant,
  { credentials, tokens }: Custody,
): Promise<void> {
  for (const former of await credentials.live(tenant)) {
    await endToken(former, tokens);
    await credentials.recordAbandoned(former.id);
  }
}

async function endToken(
  credential: TenantCredential,
  tokens: TenantTokens,
): Promise<void> {
  if (credential.accessor === undefined) return;
  const token = await tokens.lookup(credential.accessor, {});
  if (!token) return;
  requireOurToken(credential, token, tokens.creationPath);
  await tokens.revoke(credential.accessor, {});
}

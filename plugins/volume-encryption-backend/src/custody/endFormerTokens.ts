import type { TenantTokens } from 'backstage-plugin-volume-encryption-node';
import { lookUpOurToken } from './ourToken';
import type { Tenant, TenantCredential } from './TenantCredential';
import type { TenantCredentialStore } from './TenantCredentialStore';

/** Where credentials are recorded and where they are made. */
export interface Custody {
  credentials: TenantCredentialStore;
  tokens: TenantTokens;
}

/**
 * Gives up what earlier runs only intended, before a new token is minted.
 * Returns all others of those that are meant: one whose delivery was not answered may be in the Secret
 * as well as one that was delivered, so that they end after the new one is there
 * only. Throws `not-ours` when an accessor turns out not to be of our token.
 */
export async function giveUpIntents(
  tenant: Tenant,
  custody: Custody,
  isMeant: (credential: TenantCredential) => boolean = () => true,
): Promise<TenantCredential[]> {
  const former = (await custody.credentials.live(tenant)).filter(isMeant);
  const minted = former.filter(({ state }) => state !== 'intent');
  for (const credential of minted) {
    await lookUpOurToken(credential, custody.tokens);
  }
  await endTokens(
    former.filter(({ state }) => state === 'intent'),
    custody,
  );
  return minted;
}

/**
 * Revokes each token whose accessor is known, and gives up intents without one.
 * Throws as {@link giveUpIntents}.
 */
export async function endTokens(
  former: readonly TenantCredential[],
  { credentials, tokens }: Custody,
): Promise<void> {
  for (const credential of former) {
    const { accessor } = credential;
    const token = await lookUpOurToken(credential, tokens);
    if (accessor && token) await tokens.revoke(accessor, {});
    await credentials.recordAbandoned(credential.id);
  }
}

/**
 * Ends every token that is recorded of the tenant; all are looked at before the
 * first one ends. Returns how many records were given up; safe to run again.
 * Throws as {@link giveUpIntents}.
 */
export async function endAllTokens(
  tenant: Tenant,
  custody: Custody,
): Promise<number> {
  const { length } = await custody.credentials.live(tenant);
  await endTokens(await giveUpIntents(tenant, custody), custody);
  return length;
}

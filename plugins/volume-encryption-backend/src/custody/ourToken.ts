import { VolumeEncryptionError } from 'backstage-plugin-volume-encryption-common';
import type {
  TenantTokens,
  TokenDescription,
} from 'backstage-plugin-volume-encryption-node';
import type { TenantCredential } from './TenantCredential';

/**
 * What a token of ours carries from its minting, so that its accessor can be
 * checked before anything is done by it, and so that an administrator can find
 * the token of a credential.
 */
export function tokenMeta(
  credential: Pick<TenantCredential, 'id' | 'cluster' | 'namespace'>,
): Record<string, string> {
  const { id, cluster, namespace } = credential;
  return { cluster, namespace, operation: id };
}

/** A recorded token, as far as it is needed to tell that it is ours. */
type Recorded = Pick<
  TenantCredential,
  'id' | 'cluster' | 'namespace' | 'tenantId' | 'accessor'
>;

/**
 * What Vault says of a recorded token, by its accessor; undefined where none is
 * recorded, or Vault knows it no more. Nothing is to be done by an accessor
 * before this. Throws `not-ours` as {@link requireOurToken}, and what the KMS
 * throws.
 */
export async function lookUpOurToken(
  credential: Recorded,
  tokens: Pick<TenantTokens, 'lookup' | 'creationPath'>,
  options: { signal?: AbortSignal } = {},
): Promise<TokenDescription | undefined> {
  const { accessor } = credential;
  const token = accessor && (await tokens.lookup(accessor, options));
  if (!token) return undefined;
  requireOurToken(credential, token, tokens.creationPath);
  return token;
}

/**
 * Throws `not-ours` unless Vault says of the token that it came from our token
 * role, for this credential. Vault cannot narrow accessor calls to our own
 * tokens, so this check is what keeps a wrong row from ending others' tokens.
 * @param creationPath - `auth/token/create/<role>`
 */
function requireOurToken(
  credential: Recorded,
  token: TokenDescription,
  creationPath: string,
): void {
  const ours =
    token.path === creationPath &&
    Object.entries(tokenMeta(credential)).every(
      ([name, value]) => token.meta[name] === value,
    );
  if (!ours) {
    throw new VolumeEncryptionError(
      'not-ours',
      `The token recorded for tenant "${credential.tenantId}" (credential ${credential.id}) was not made by the portal for it. Nothing was changed: an administrator has to look at this credential in the plugin's database and at the token role in Vault.`,
    );
  }
}

import type { TokenDescription } from 'backstage-plugin-volume-encryption-node';
import { valueAt } from '../network/valueAt';
import { describeToken } from './tokenDescription';
import type { VaultClient } from './VaultClient';
import { isUnknownAccessor } from './VaultRefusal';

type Options = { signal?: AbortSignal };

/** Undefined when Vault knows no such accessor. */
export async function lookUp(
  vault: VaultClient,
  accessor: string,
  { signal, now }: Options & { now: Date },
): Promise<TokenDescription | undefined> {
  const what = 'look up a token by its accessor';
  const path = 'auth/token/lookup-accessor';
  try {
    const answer = await vault.write(path, { accessor }, { what, signal });
    return describeToken(valueAt(answer, 'data'), now);
  } catch (error) {
    if (isUnknownAccessor(error)) return undefined;
    throw error;
  }
}

/** A token that is not there any more is as good as revoked. */
export async function revoke(
  vault: VaultClient,
  accessor: string,
  { signal }: Options,
): Promise<void> {
  const what = 'revoke a token by its accessor';
  const path = 'auth/token/revoke-accessor';
  try {
    await vault.write(path, { accessor }, { what, signal });
  } catch (error) {
    if (!isUnknownAccessor(error)) throw error;
  }
}

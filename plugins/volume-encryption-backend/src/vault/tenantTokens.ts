import { VolumeEncryptionError } from 'backstage-plugin-volume-encryption-common';
import type { TenantTokens } from 'backstage-plugin-volume-encryption-node';
import type { KmsConfig } from '../config/types';
import { numberAt, textsAt } from '../network/valueAt';
import { lookUp, revoke } from './byAccessor';
import { mintToken } from './mintToken';
import { timeIn } from './tokenDescription';
import type { VaultClient } from './VaultClient';
import { isRefusal, isUnknownAccessor } from './VaultRefusal';
import { requireSegment } from './vaultPath';

type Options = { signal?: AbortSignal };

/** Tokens of tenants, made from the token role of the configuration. */
export function tenantTokens(
  vault: VaultClient,
  { name: kms, tokenRole, custody }: KmsConfig,
  now: () => Date,
): TenantTokens {
  const role = requireSegment('tokenRole', tokenRole);
  const its = { kms, role, wrapTtl: custody?.tokenWrapTtlSeconds, now };
  return {
    creationPath: `auth/token/create/${role}`,
    mint: (request, options) =>
      mintToken(request, vault, { ...its, ...options }),
    lookup: (accessor, options) =>
      lookUp(vault, accessor, { ...options, now: now() }),
    renew: (accessor, options) =>
      renew(vault, accessor, { ...options, now: now() }),
    revoke: (accessor, options) => revoke(vault, accessor, options),
  };
}

/** By its period, whatever was left of it: Vault takes that of the role. */
async function renew(
  vault: VaultClient,
  accessor: string,
  { signal, now }: Options & { now: Date },
): ReturnType<TenantTokens['renew']> {
  const what = 'renew a token by its accessor';
  const path = 'auth/token/renew-accessor';
  try {
    const answer = await vault.write(path, { accessor }, { what, signal });
    const seconds = numberAt(answer, 'auth', 'lease_duration') ?? 0;
    const expiresAt = timeIn(seconds, now);
    const warnings = textsAt(answer, 'warnings');
    if (expiresAt) return { expiresAt, warnings };
  } catch (error) {
    if (isUnknownAccessor(error)) return undefined;
    const isOver =
      isRefusal(error, 400) && error.says(/not renewable|past the max TTL/);
    if (isOver) return 'not-renewable';
    throw error;
  }
  throw new VolumeEncryptionError(
    'kms-unreachable',
    'Vault answered a renewal without a duration.',
  );
}

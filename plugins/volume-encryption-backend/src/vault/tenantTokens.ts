import { VolumeEncryptionError } from 'backstage-plugin-volume-encryption-common';
import type {
  TenantTokens,
  TokenDescription,
} from 'backstage-plugin-volume-encryption-node';
import type { KmsConfig } from '../config/types';
import { numberAt, textAt, textsAt, valueAt } from '../network/valueAt';
import { HiddenText } from './HiddenText';
import { describeToken, timeIn } from './tokenDescription';
import type { VaultClient } from './VaultClient';
import { isRefusal, isUnknownAccessor } from './VaultRefusal';
import { requireSegment, requireTenantId } from './vaultPath';

type Options = { signal?: AbortSignal };

/** Tokens of tenants, made from the token role of the configuration. */
export function tenantTokens(
  vault: VaultClient,
  { name: kms, tokenRole }: KmsConfig,
  now: () => Date,
): TenantTokens {
  const role = requireSegment('tokenRole', tokenRole);
  return {
    creationPath: `auth/token/create/${role}`,
    async mint({ tenantId, meta }, { signal }) {
      const entity_alias = requireTenantId(tenantId);
      await requireLastingTokens(vault, { kms, role, signal });
      const body = { entity_alias, display_name: tenantId, meta };
      const what = `mint a token of role ${role} for ${tenantId}`;
      const path = `auth/token/create/${role}`;
      try {
        const purpose = { what, signal, once: true };
        const answer = await vault.write(path, body, purpose);
        return mintedIn(answer, now());
      } catch (error) {
        throw isRefusal(error, 400) && error.says(/entity_alias/)
          ? foreignTenant(role, tenantId)
          : error;
      }
    },
    lookup: (accessor, options) =>
      lookUp(vault, accessor, { ...options, now: now() }),
    renew: (accessor, options) =>
      renew(vault, accessor, { ...options, now: now() }),
    revoke: (accessor, options) => revoke(vault, accessor, options),
  };
}

/**
 * A tenant's token must outlive the portal's and must not end by itself. The
 * answer of the mint does not say so, hence the role is asked, and before.
 */
async function requireLastingTokens(
  vault: VaultClient,
  { kms, role, signal }: { kms: string; role: string } & Options,
): Promise<void> {
  const what = `read the token role ${role}`;
  const path = `auth/token/roles/${role}`;
  const answer = await vault.read(path, { what, signal });
  const orphan = valueAt(answer, 'data', 'orphan') === true;
  const period = numberAt(answer, 'data', 'token_period') ?? 0;
  if (orphan && period > 0) return;
  throw new VolumeEncryptionError(
    'invalid-input',
    `The token role ${role} of Vault "${kms}" makes tokens that end: set orphan=true and a token_period.`,
    { field: 'tokenRole' },
  );
}

function mintedIn(answer: unknown, now: Date) {
  const token = textAt(answer, 'auth', 'client_token');
  const accessor = textAt(answer, 'auth', 'accessor');
  const seconds = numberAt(answer, 'auth', 'lease_duration') ?? 0;
  const expiresAt = timeIn(seconds, now);
  if (!token || !accessor || !expiresAt) {
    throw new VolumeEncryptionError(
      'kms-unreachable',
      'Vault answered a mint without token, accessor or duration: the token role must make service tokens.',
      { field: 'tokenRole' },
    );
  }
  const warnings = textsAt(answer, 'warnings');
  return { token: new HiddenText(token), accessor, expiresAt, warnings };
}

function foreignTenant(role: string, tenantId: string) {
  return new VolumeEncryptionError(
    'invalid-input',
    `The token role ${role} makes no tokens for ${tenantId}: let its allowed_entity_aliases match.`,
    { field: 'tokenRole' },
  );
}

async function lookUp(
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

/** By its period, whatever was left of it: Vault takes that of the role. */
async function renew(
  vault: VaultClient,
  accessor: string,
  { signal, now }: Options & { now: Date },
): Promise<{ expiresAt: string; warnings: string[] } | undefined> {
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
    throw isRefusal(error, 400) && error.says(/not renewable|past the max TTL/)
      ? notRenewable()
      : error;
  }
  throw new VolumeEncryptionError(
    'kms-unreachable',
    'Vault answered a renewal without a duration.',
  );
}

function notRenewable() {
  return new VolumeEncryptionError(
    'invalid-input',
    'Vault does not prolong this token: rotate it, and see that the token role has renewable=true and a token_period.',
    { field: 'tokenRole' },
  );
}

/** A token that is not there any more is as good as revoked. */
async function revoke(
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

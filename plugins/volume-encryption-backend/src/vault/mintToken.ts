import { VolumeEncryptionError } from 'backstage-plugin-volume-encryption-common';
import type { MintedToken } from 'backstage-plugin-volume-encryption-node';
import { numberAt, textAt, textsAt, valueAt } from '../network/valueAt';
import { lookUp, revoke } from './byAccessor';
import { HiddenText } from './HiddenText';
import { timeIn } from './tokenDescription';
import type { VaultClient } from './VaultClient';
import { isRefusal } from './VaultRefusal';
import { requireTenantId } from './vaultPath';

type Options = { signal?: AbortSignal };

/** Of what tokens are made, and how. */
interface Minting extends Options {
  kms: string;
  role: string;
  /** Seconds for which the token is wrapped; without it it is not. */
  wrapTtl?: number;
  now: () => Date;
}

/** Mints a tenant's token from the role, as `TenantTokens.mint`. */
export async function mintToken(
  { tenantId, meta }: { tenantId: string; meta: Record<string, string> },
  vault: VaultClient,
  { kms, role, wrapTtl, now, signal }: Minting,
): Promise<MintedToken> {
  const entity_alias = requireTenantId(tenantId);
  await requireLastingTokens(vault, { kms, role, signal });
  const body = { entity_alias, display_name: tenantId, meta };
  const what = `mint a token of role ${role} for ${tenantId}`;
  const path = `auth/token/create/${role}`;
  try {
    const purpose = { what, signal, once: true, wrapTtl };
    const answer = await vault.write(path, body, purpose);
    return wrapTtl === undefined
      ? mintedIn(answer, now())
      : await wrappedIn(answer, vault, now);
  } catch (error) {
    throw isRefusal(error, 400) && error.says(/entity_alias/)
      ? foreignTenant(role, tenantId)
      : error;
  }
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

/**
 * What Vault tells of a token that it wrapped: how long it lasts is told by its
 * accessor only. One that could not be looked at is ended, for nobody has it.
 */
async function wrappedIn(
  answer: unknown,
  vault: VaultClient,
  now: () => Date,
): Promise<MintedToken> {
  const info = valueAt(answer, 'wrap_info');
  const token = textAt(info, 'token');
  const wrapping = textAt(info, 'accessor');
  const accessor = textAt(info, 'wrapped_accessor');
  if (!token || !wrapping || !accessor) throw notWrapped();
  try {
    const found = await lookUp(vault, accessor, { now: now() });
    if (!found?.expiresAt) throw notWrapped();
    const { expiresAt } = found;
    const warnings = textsAt(answer, 'warnings');
    const hidden = new HiddenText(token);
    return { token: hidden, accessor, expiresAt, warnings, wrapping };
  } catch (error) {
    await revoke(vault, accessor, {}).catch(() => {});
    throw error;
  }
}

function notWrapped() {
  return new VolumeEncryptionError(
    'kms-unreachable',
    'Vault did not wrap a token that it was asked to wrap, or does not know it any more. Run it again.',
    { field: 'tokenWrapTtl' },
  );
}

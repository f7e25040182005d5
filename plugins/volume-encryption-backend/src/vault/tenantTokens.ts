import { VolumeEncryptionError } from 'backstage-plugin-volume-encryption-common';
import type {
  TenantTokens,
  TokenDescription,
} from 'backstage-plugin-volume-encryption-node';
import type { KmsConfig } from '../config/types';
import {
  isRecord,
  numberAt,
  textAt,
  textsAt,
  valueAt,
} from '../network/valueAt';
import { HiddenText } from './HiddenText';
import type { VaultClient } from './VaultClient';
import { isRefusal } from './VaultRefusal';
import { requireSegment } from './vaultPath';

type Options = { signal?: AbortSignal };

/** Vault answers an unknown accessor with 400, and older ones with 403. */
const UNKNOWN_ACCESSOR = /invalid accessor/;

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
      await requireLastingTokens(vault, { kms, role, signal });
      const body = {
        entity_alias: requireSegment('tenant id', tenantId),
        display_name: tenantId,
        meta,
      };
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
    renew: () => Promise.reject(new Error('A')),
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

/** Undefined for a token that does not end, or not in any time of ours. */
function timeIn(seconds: number, now: Date): string | undefined {
  const end = new Date(now.getTime() + seconds * 1000);
  const isTime = seconds > 0 && Number.isFinite(end.getTime());
  return isTime ? end.toISOString() : undefined;
}

function foreignTenant(role: string, tenantId: string) {
  return new VolumeEncryptionError(
    'invalid-input',
    `The token role ${role} makes no tokens for ${tenantId}: let its allowed_entity_aliases match.`,
    { field: 'tokenRole' },
  );
}

/** Its end by our clock: Vault's may go wrong, how long is left does not. */
async function lookUp(
  vault: VaultClient,
  accessor: string,
  { signal, now }: Options & { now: Date },
): Promise<TokenDescription | undefined> {
  const what = 'look up a token by its accessor';
  const path = 'auth/token/lookup-accessor';
  try {
    const answer = await vault.write(path, { accessor }, { what, signal });
    const data = valueAt(answer, 'data');
    const expiresAt = timeIn(numberAt(data, 'ttl') ?? 0, now);
    return {
      path: textAt(data, 'path') ?? '',
      meta: metaIn(data),
      policies: textsAt(data, 'policies'),
      entityId: textAt(data, 'entity_id') ?? '',
      orphan: valueAt(data, 'orphan') === true,
      renewable: valueAt(data, 'renewable') === true,
      boundCidrs: textsAt(data, 'bound_cidrs'),
      issuedAt: textAt(data, 'issue_time'),
      expiresAt,
    };
  } catch (error) {
    if (isUnknown(error)) return undefined;
    throw error;
  }
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
    if (!isUnknown(error)) throw error;
  }
}

function isUnknown(error: unknown): boolean {
  return (
    (isRefusal(error, 400) || isRefusal(error, 403)) &&
    error.says(UNKNOWN_ACCESSOR)
  );
}

function metaIn(data: unknown): Record<string, string> {
  const meta = valueAt(data, 'meta');
  if (!isRecord(meta)) return {};
  const names = Object.keys(meta);
  return Object.fromEntries(
    names.map(name => [name, textAt(meta, name) ?? '']),
  );
}

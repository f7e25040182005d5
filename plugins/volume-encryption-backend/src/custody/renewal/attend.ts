import {
  isRenewalDue,
  VolumeEncryptionError,
} from 'backstage-plugin-volume-encryption-common';
import type { Kms } from 'backstage-plugin-volume-encryption-node';
import { ownWords } from '../../network/ownWords';
import { renewToken } from '../renewToken';
import { lookUpOurToken } from '../ourToken';
import type { TenantCredential } from '../TenantCredential';
import { auditRenewal, type RenewalEvent } from './auditRenewal';
import type { RenewalParts } from './RenewalParts';

/** So often Vault is asked whether it still knows a token. */
const CHECK_EVERY = 60 * 60 * 1000;

/** What a credential needs; `reissue` is a new token in its place. */
export type Duty = 'renew' | 'check' | 'reissue';

/**
 * What is to be done now for a credential; one that is lost is not renewed. One
 * whose delivery was not told to the end may be all that the tenant has, or in
 * nobody's hands: it is replaced before it ends, if nobody has done so by then.
 */
export function dutyOf(
  credential: TenantCredential,
  now: Date,
): Duty | undefined {
  const isDue = isRenewalDue(now.toISOString(), credential);
  if (credential.state !== 'delivered') return isDue ? 'reissue' : undefined;
  if (!credential.lost && isDue) return 'renew';
  const checked = Date.parse(credential.checkedAt ?? '');
  const sinceCheck = now.getTime() - checked;
  // Of a check in the future, by a clock that was put back, nothing follows.
  return sinceCheck >= 0 && sinceCheck < CHECK_EVERY ? undefined : 'check';
}

/**
 * Renews the token and records it; one that Vault renews no more is replaced.
 * Throws `not-ours` with nothing changed, and what KMS and operation throw.
 */
export async function renew(
  credential: TenantCredential,
  { kms, signal }: { kms: Kms; signal?: AbortSignal },
  parts: RenewalParts,
): Promise<void> {
  const { credentials, logger, now } = parts;
  const custody = { credentials, tokens: kms.tokens, now };
  const { outcome, warnings } = await renewToken(credential, custody, {
    signal,
  });
  const { tenantId } = credential;
  for (const warning of warnings) {
    logger.warn(`Tenant ${tenantId}: KMS "${kms.name}" warns: ${warning}`);
  }
  if (outcome === 'lost') {
    await tellLost(credential, 'renew', parts);
    return;
  }
  if (outcome === 'renewed') {
    logger.info(`Tenant ${tenantId}: its token was renewed`);
    await auditRenewal(parts.auditor, credential, { actionType: 'renew' });
    return;
  }
  await reissue(credential, { kms, signal }, parts);
}

/**
 * Gives the tenant a new token. Throws `conflict` whatever the operation throws:
 * what failed may be the tenant's cluster, which says nothing of other tenants.
 */
export async function reissue(
  credential: TenantCredential,
  _: { kms: Kms; signal?: AbortSignal },
  parts: RenewalParts,
): Promise<void> {
  if (await isGivenUp(credential, parts)) return;
  try {
    await parts.reissue(credential);
  } catch (error) {
    throw new VolumeEncryptionError(
      'conflict',
      `The token cannot be renewed, and no new one could be given: ${ownWords(error)}`,
    );
  }
  parts.logger.info(`Tenant ${credential.tenantId}: it was given a new token`);
  await auditRenewal(parts.auditor, credential, { actionType: 'reissue' });
}

/** A rotation, or the tenant's offboarding, came first. */
async function isGivenUp(
  { id }: TenantCredential,
  { credentials }: RenewalParts,
): Promise<boolean> {
  return (await credentials.find(id))?.state === 'abandoned';
}

/**
 * Asks whether Vault still knows the token, and until when. Throws `not-ours`
 * and what the KMS throws.
 */
export async function check(
  credential: TenantCredential,
  { kms, signal }: { kms: Kms; signal?: AbortSignal },
  parts: RenewalParts,
): Promise<void> {
  const { id } = credential;
  const token = await lookUpOurToken(credential, kms.tokens, { signal });
  if (!token) {
    await parts.credentials.recordLost(id);
    if (!credential.lost) await tellLost(credential, 'check', parts);
    return;
  }
  await parts.credentials.recordCheck(id, { expiresAt: token.expiresAt });
}

async function tellLost(
  credential: TenantCredential,
  actionType: RenewalEvent['actionType'],
  parts: RenewalParts,
): Promise<void> {
  if (await isGivenUp(credential, parts)) return;
  const { auditor, logger } = parts;
  const { tenantId, kms } = credential;
  const refusal = `KMS "${kms}" does not know the token of tenant ${tenantId} any more: it has ended, or somebody revoked it. No volume of the tenant mounts until it is rotated.`;
  logger.warn(refusal);
  await auditRenewal(auditor, credential, { actionType, refusal });
}

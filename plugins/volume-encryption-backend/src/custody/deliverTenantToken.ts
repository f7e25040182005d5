import {
  isVolumeEncryptionError,
  VolumeEncryptionError,
  type SecretMetadata,
} from 'backstage-plugin-volume-encryption-common';
import type {
  Cluster,
  Kms,
  MintedToken,
} from 'backstage-plugin-volume-encryption-node';
import { isUnanswered } from '../network/isUnanswered';
import { endTokens, giveUpIntents } from './endFormerTokens';
import { isOfSecret } from './isOfSecret';
import { handOver } from './handOver';
import { tokenMeta } from './ourToken';
import type { Tenant } from './TenantCredential';
import type { TenantCredentialStore } from './TenantCredentialStore';
import { ANNOTATION_CREDENTIAL, tokenSecret } from './tokenSecret';
import { verifyNewToken } from './verifyNewToken';

/** What came of a delivery. */
export interface Delivered {
  /** Of the Secret. */
  outcome: 'created' | 'updated' | 'unchanged';
  /** What the KMS remarks on the token; no secret. */
  warnings: string[];
}

/** A token to be minted for a tenant and put into a Secret of its namespace. */
export interface TokenDelivery {
  tenant: Tenant;
  secretName: string;
  /** Entity ref of who asks for it. */
  requestedBy: string;
}

type TokenPlace = { namespace: string; name: string };

/** Where tokens are recorded, made and put. */
export interface DeliveryParts {
  credentials: TenantCredentialStore;
  kms: Kms;
  cluster: Pick<Cluster, 'reader' | 'writer'>;
}

/**
 * Mints a token and puts it into the tenant's Secret, and ends the one that was
 * in that Secret before: only when Vault has said that the new one opens the tenant's
 * keys and no others, and the cluster that it is the one in the Secret. Until
 * then the former one stays in force, and a new one that failed is ended.
 *
 * Between minting and delivery a token is nowhere but in this function; where
 * the KMS wraps it, not even here ({@link handOver}). Takes no abort signal: once
 * it has begun it goes on to its end, because a request that was cut off may have
 * minted.
 *
 * A crash at any point is mended by running it again, see
 * {@link CredentialState}.
 */
export async function deliverTenantToken(
  delivery: TokenDelivery,
  parts: DeliveryParts,
): Promise<Delivered> {
  const { tenant, secretName } = delivery;
  const { credentials, kms, cluster } = parts;
  const custody = { credentials, tokens: kms.tokens };
  const place = { namespace: tenant.namespace, name: secretName };
  const before = await cluster.reader.get('Secret', place);
  const former = await giveUpIntents(tenant, custody, it =>
    isOfSecret(it, secretName, before?.meta.annotations[ANNOTATION_CREDENTIAL]),
  );
  const minted = await mintVerified(delivery, parts);
  const { id, accessor, wrapping, warnings } = minted;
  const outcome = await put(minted, { place, before }, parts).catch(
    async (error: unknown) => {
      const isWrapped = wrapping !== undefined;
      if (!mayBeDelivered(error, isWrapped)) {
        await undo({ id, accessor }, parts);
      }
      throw error;
    },
  );
  const secret = await requireInPlace({ id, accessor }, place, parts);
  await endTokens(former, custody);
  try {
    await credentials.recordDelivered(id, secret.meta.resourceVersion);
  } catch (error) {
    if (!(await wasOvertaken(error, delivery, parts))) throw error;
    return deliverTenantToken(delivery, parts);
  }
  return { outcome, warnings };
}

/**
 * Whether the token in the Secret was ended by another replica for one of its
 * own, which is in no Secret then: the tenant needs yet another. Of a tenant that
 * was offboarded meanwhile nothing is on record, and it gets none.
 */
async function wasOvertaken(
  error: unknown,
  { tenant, secretName }: TokenDelivery,
  { credentials }: DeliveryParts,
): Promise<boolean> {
  if (!isVolumeEncryptionError(error) || error.code !== 'conflict') {
    return false;
  }
  const live = await credentials.live(tenant);
  return live.some(it => isOfSecret(it, secretName));
}

/** Into the tenant's Secret, by ourselves or, wrapped, by another. */
async function put(
  { id: credentialId, accessor, token, wrapping }: MintedToken & { id: string },
  { place, before }: { place: TokenPlace; before?: SecretMetadata },
  parts: DeliveryParts,
): Promise<Delivered['outcome']> {
  const content = { credentialId, token };
  if (wrapping === undefined) {
    return parts.cluster.writer.apply(tokenSecret(place, content), {});
  }
  await handOver({ ...content, accessor, place, wrapping }, parts);
  return before ? 'updated' : 'created';
}

/** A new token whose record is `minted`; one that is no good is ended. */
async function mintVerified(
  { tenant, secretName, requestedBy }: TokenDelivery,
  parts: DeliveryParts,
): Promise<MintedToken & { id: string }> {
  const { credentials, kms } = parts;
  const id = await credentials.recordIntent(
    { ...tenant, secretName },
    requestedBy,
  );
  const { tenantId } = tenant;
  const meta = tokenMeta({ ...tenant, id });
  const minted = await kms.tokens.mint({ tenantId, meta }, {});
  const { accessor, expiresAt } = minted;
  try {
    await credentials.recordMinted(id, { accessor, expiresAt });
    await verifyNewToken({ ...tenant, id, accessor }, kms);
  } catch (error) {
    await undo({ id, accessor }, parts);
    throw error;
  }
  return { id, ...minted };
}

/** Where this fails too, the next run ends the token by its row. */
async function undo(
  { id, accessor }: { id: string; accessor: string },
  { credentials, kms }: DeliveryParts,
): Promise<void> {
  try {
    await kms.tokens.revoke(accessor, {});
    await credentials.recordAbandoned(id);
  } catch {
    // What failed before is what is told.
  }
}

/**
 * The Secret, where the new token is in it. Somebody else may have written it
 * since, with an older one; then the new one, which is in no Secret, is ended.
 */
async function requireInPlace(
  its: { id: string; accessor: string },
  place: TokenPlace,
  parts: DeliveryParts,
): Promise<SecretMetadata> {
  const secret = await parts.cluster.reader.get('Secret', place);
  if (secret?.meta.annotations[ANNOTATION_CREDENTIAL] === its.id) return secret;
  await undo(its, parts);
  throw new VolumeEncryptionError(
    'conflict',
    `The new token was put into Secret ${place.namespace}/${place.name}, but it is not there any more: somebody wrote or deleted the Secret meanwhile. The new one was ended, and the former one left in force. Run it again.`,
  );
}

/**
 * Without an answer, the token may be in the Secret and the only one there. Nor is
 * it known where a wrapped token is, but for one that was taken or exchanged.
 */
function mayBeDelivered(error: unknown, isWrapped: boolean): boolean {
  if (!isWrapped) return isUnanswered(error);
  return !isVolumeEncryptionError(error) || error.code !== 'taken-by-other';
}

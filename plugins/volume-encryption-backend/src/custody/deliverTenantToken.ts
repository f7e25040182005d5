import { isVolumeEncryptionError } from 'backstage-plugin-volume-encryption-common';
import type { ClusterWriter } from 'backstage-plugin-volume-encryption-node';
import { endTokens, giveUpIntents, type Custody } from './endFormerTokens';
import { tokenMeta } from './requireOurToken';
import type { Tenant } from './TenantCredential';
import { tokenSecret } from './tokenSecret';

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

/**
 * Mints a token and puts it into the tenant's Secret, and ends the one that was
 * there before. Between minting and delivery it is nowhere but in this function.
 * Takes no abort signal: once it has begun it goes on to its end, because a
 * request that was cut off may have minted.
 *
 * A crash at any point is mended by running it again, see
 * {@link CredentialState}.
 */
export async function deliverTenantToken(
  { tenant, secretName, requestedBy }: TokenDelivery,
  { writer, ...custody }: Custody & { writer: ClusterWriter },
): Promise<Delivered> {
  const { credentials, tokens } = custody;
  const former = await giveUpIntents(tenant, custody);
  const id = await credentials.recordIntent(tenant, requestedBy);
  const { token, accessor, expiresAt, warnings } = await tokens.mint(
    { tenantId: tenant.tenantId, meta: tokenMeta({ ...tenant, id }) },
    {},
  );
  const secret = tokenSecret(
    { namespace: tenant.namespace, name: secretName },
    { credentialId: id, token },
  );
  const recordAndApply = async () => {
    await credentials.recordMinted(id, { accessor, expiresAt });
    return writer.apply(secret, {});
  };
  const outcome = await recordAndApply().catch(async (error: unknown) => {
    if (!mayBeDelivered(error)) {
      // Where this fails too, the next run ends the token by its row.
      await tokens.revoke(accessor, {}).catch(() => {});
    }
    throw error;
  });
  await endTokens(former, custody);
  await credentials.recordDelivered(id);
  return { outcome, warnings };
}

/** Without an answer, the token may be in the Secret and the only one there. */
function mayBeDelivered(error: unknown): boolean {
  return (
    isVolumeEncryptionError(error) &&
    (error.code === 'cluster-unreachable' || error.code === 'timeout')
  );
}

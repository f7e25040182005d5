import {
  VolumeEncryptionError,
  type SecretMetadata,
} from 'backstage-plugin-volume-encryption-common';
import type { Custody } from './endFormerTokens';
import { lookUpOurToken } from './ourToken';
import type { Tenant } from './TenantCredential';
import { ANNOTATION_CREDENTIAL } from './tokenSecret';

/**
 * The credential whose token is in the Secret, when it was delivered by us and
 * Vault still knows the token; otherwise undefined, and the tenant needs a new
 * one. The Secret's annotation only says which row to look at: what counts is
 * what the row and Vault say.
 *
 * Throws `conflict` when the Secret holds a token for another KMS, because Ceph
 * CSI would lose its way to the keys there; `not-ours` as
 * {@link lookUpOurToken}; and what the KMS throws.
 */
export async function deliveredCredential(
  tenant: Tenant,
  secret: SecretMetadata | undefined,
  { credentials, tokens }: Custody,
): Promise<{ expiresAt: string } | undefined> {
  const id = secret?.meta.annotations[ANNOTATION_CREDENTIAL];
  const credential = id ? await credentials.find(id) : undefined;
  if (
    !secret ||
    credential?.state !== 'delivered' ||
    credential.tenantId !== tenant.tenantId ||
    (credential.secretName ?? secret.meta.name) !== secret.meta.name
  ) {
    return undefined;
  }
  if (credential.kms !== tenant.kms) {
    throw new VolumeEncryptionError(
      'conflict',
      `Secret "${secret.meta.name}" in namespace "${tenant.namespace}" holds a token for KMS "${credential.kms}". Volumes with keys there need it: give KMS connection of "${tenant.kms}" another "tenantTokenName", or use another namespace.`,
    );
  }
  const { expiresAt } = credential;
  const token = await lookUpOurToken(credential, tokens);
  if (!token || !expiresAt) return undefined;
  return { expiresAt: token.expiresAt ?? expiresAt };
}

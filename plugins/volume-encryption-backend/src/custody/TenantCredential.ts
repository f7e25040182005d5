/** A namespace on a cluster, with its custody in one KMS. */
export interface Tenant {
  cluster: string;
  namespace: string;
  /** The portal's name of the KMS. */
  kms: string;
  /** `<cluster>.<namespace>` */
  tenantId: string;
}

/**
 * How far a credential came. Each state is recorded before the act that follows
 * it, so that a crash never leaves a token that nobody knows of and that
 * somebody could be using.
 *
 * - `intent`: about to be minted. A token from the gap between minting and
 *   recording was never delivered; it ends with its first period, and its meta
 *   names this row.
 * - `minted`: the accessor is known, delivery is not
 * - `delivered`: it is in the tenant's Secret
 * - `abandoned`: never used, or ended
 */
export type CredentialState = 'intent' | 'minted' | 'delivered' | 'abandoned';

/** What the portal remembers of a token it minted for a tenant. */
export interface TenantCredential extends Tenant {
  id: string;
  state: CredentialState;
  /** The Secret that it is for; not known of one from before it was recorded. */
  secretName?: string;
  /** Its handle in Vault; known from state `minted` on. Never shown. */
  accessor?: string;
  /** ISO 8601; as Vault said when it last answered for it. */
  expiresAt?: string;
  /** ISO 8601; when its running period began: minted, or last renewed. */
  issuedAt?: string;
  /** ISO 8601; when Vault last answered for it. */
  checkedAt?: string;
  /** Why the last renewal failed; absent when it did not. */
  lastFailure?: string;
  /** Vault did not know the accessor at `checkedAt`. */
  lost?: boolean;
  /** resourceVersion of the Secret that it was delivered in. */
  secretVersion?: string;
  /** Entity ref of who asked for it. */
  requestedBy: string;
}

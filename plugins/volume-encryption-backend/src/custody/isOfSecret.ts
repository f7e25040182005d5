import type { TenantCredential } from './TenantCredential';

/** As Ceph CSI names it unless told otherwise (`internal/kms/vault_tokens.go`). */
const USUAL = 'ceph-csi-kms-token';

/**
 * Whether a credential is of a Secret, so that it ends when that gets another
 * token. Of one whose Secret was not recorded: when it is the one in it, when the
 * name is the usual one, and when it may never have been delivered.
 *
 * @param inSecret - the credential that the Secret says is in it
 */
export function isOfSecret(
  { id, state, secretName }: TenantCredential,
  name: string,
  inSecret?: string,
): boolean {
  if (secretName !== undefined) return secretName === name;
  return state !== 'delivered' || id === inSecret || name === USUAL;
}

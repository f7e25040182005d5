import {
  LABEL_MANAGED_BY,
  MANAGER,
  type Manifest,
} from 'backstage-plugin-volume-encryption-common';
import type { SecretText } from 'backstage-plugin-volume-encryption-node';

/** On a token Secret: the credential (its id) whose token is in it. */
export const ANNOTATION_CREDENTIAL =
  'volume-encryption.backstage.io/credential';

/**
 * The Secret that Ceph CSI reads a tenant's token from, data key `token`
 * (ceph-csi internal/kms/vault_tokens.go). The one place where the token is
 * revealed; the manifest goes nowhere but into the cluster.
 */
export function tokenSecret(
  place: { namespace: string; name: string },
  content: { credentialId: string; token: SecretText },
): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: {
      ...place,
      labels: { [LABEL_MANAGED_BY]: MANAGER },
      annotations: { [ANNOTATION_CREDENTIAL]: content.credentialId },
    },
    type: 'Opaque',
    // Not `stringData`: server-side apply does not keep track of it.
    data: { token: Buffer.from(content.token.reveal()).toString('base64') },
  };
}

import { createHash } from 'node:crypto';
import {
  LABEL_MANAGED_BY,
  MANAGER,
  type Manifest,
} from 'backstage-plugin-volume-encryption-common';
import type { SecretText } from 'backstage-plugin-volume-encryption-node';

/** On a token Secret: the credential (its id) whose token is in it. */
export const ANNOTATION_CREDENTIAL =
  'volume-encryption.backstage.io/credential';

/** On a Secret with a wrapped token: the credential that could not be unwrapped. */
export const ANNOTATION_UNWRAP_REFUSED =
  'volume-encryption.backstage.io/unwrap-refused';

/** On a token Secret, of a token that was wrapped: its {@link unwrappedMark}. */
export const ANNOTATION_UNWRAPPED = 'volume-encryption.backstage.io/unwrapped';

/**
 * By what `deploy/kubernetes/token-unwrapper.yaml` tells which token it took out:
 * SHA-256 of the accessor, which itself is shown nowhere, in hex.
 */
export function unwrappedMark(accessor: string): string {
  return createHash('sha256').update(accessor).digest('hex');
}

type Place = { namespace: string; name: string };
type Content = { credentialId: string; token: SecretText };

/** The Secret beside a tenant's token Secret that a wrapped token waits in. */
export function handoverName(secretName: string): string {
  return `${secretName}-wrapped`;
}

/**
 * The Secret that Ceph CSI reads a tenant's token from, data key `token`
 * (ceph-csi internal/kms/vault_tokens.go). Here and in
 * {@link wrappedTokenSecret} are the only places where a token is revealed; the
 * manifest goes nowhere but into the cluster.
 */
export function tokenSecret(place: Place, content: Content): Manifest {
  return secretWith(place, content, 'token');
}

/** What `deploy/kubernetes/token-unwrapper.yaml` takes a token out of. */
export function wrappedTokenSecret(place: Place, content: Content): Manifest {
  return secretWith(place, content, 'wrapping-token');
}

function secretWith(
  place: Place,
  { credentialId, token }: Content,
  key: string,
): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: {
      ...place,
      labels: { [LABEL_MANAGED_BY]: MANAGER },
      annotations: { [ANNOTATION_CREDENTIAL]: credentialId },
    },
    type: 'Opaque',
    // Not `stringData`: server-side apply does not keep track of it.
    data: { [key]: Buffer.from(token.reveal()).toString('base64') },
  };
}

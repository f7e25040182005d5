import { LABEL_MANAGED_BY, MANAGER } from '../contract/annotations';
import type { SecretMetadata } from '../kubernetes/objects';

/**
 * Whether a Secret is the portal's and nobody else set the token in it since, as
 * its metadata tells: the value is never read. What the portal wrote on it stays
 * when somebody exchanges the token.
 *
 * @public
 */
export function isTokenOfPortal(secret: SecretMetadata): boolean {
  return (
    secret.meta.labels[LABEL_MANAGED_BY] === MANAGER &&
    otherWriters(secret).length === 0
  );
}

/** Who else set the token; the API server names who set a field last. */
export function otherWriters({ writers = [] }: SecretMetadata) {
  return writers.filter(
    it => it.manager !== MANAGER && it.dataKeys.includes('token'),
  );
}

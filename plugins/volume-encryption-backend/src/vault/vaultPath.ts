import {
  isDnsLabel,
  VolumeEncryptionError,
} from 'backstage-plugin-volume-encryption-common';

const SEGMENT = /^[A-Za-z0-9_]([A-Za-z0-9._-]{0,253}[A-Za-z0-9_])?$/;

/**
 * One name within a Vault path, such as a key's. Refuses everything that could
 * lead to another path: node-vault joins paths as they are, and URLs resolve
 * `..` and `%2e%2e`. Throws `invalid-input`.
 */
export function requireSegment(field: string, value: string): string {
  if (SEGMENT.test(value)) return value;
  throw new VolumeEncryptionError(
    'invalid-input',
    `${field} cannot be used in a Vault path: use letters, digits, "_", "-" and ".", beginning and ending with a letter, a digit or "_", at most 255 characters.`,
    { field },
  );
}

/** Names joined by slashes, such as the path of a mount. */
export function requirePath(field: string, value: string): string {
  return value
    .split('/')
    .map(segment => requireSegment(field, segment))
    .join('/');
}

/** What Vault's own listings never name, or no path can lead to. */
const UNSAFE_SEGMENT = /^\.{0,2}$|[\p{Cc}\p{Cs}]/u;
const MAX_LISTED_LENGTH = 4096;

/**
 * Names that Vault listed, joined by slashes, such as a key's in its folders. A
 * tenant may name a key as he likes, so that each is encoded whole: none of it is
 * taken for another path, a query, a fragment or a template of node-vault. Throws
 * `invalid-input` for what cannot be encoded so: an empty segment, `.` and `..`,
 * control characters, and what is longer than {@link MAX_LISTED_LENGTH}.
 */
export function encodeListed(field: string, value: string): string {
  const segments = value.split('/');
  const isSafe =
    value.length <= MAX_LISTED_LENGTH &&
    !segments.some(segment => UNSAFE_SEGMENT.test(segment));
  if (isSafe) return segments.map(encodeURIComponent).join('/');
  throw new VolumeEncryptionError(
    'invalid-input',
    `${field} cannot be used in a Vault path: it has an empty part, "." or "..", a control character, or more than ${MAX_LISTED_LENGTH} characters. An administrator of Vault has to look at it.`,
    { field },
  );
}

/**
 * The id of a tenant, `<cluster>.<namespace>`. It becomes the alias of an entity
 * and part of what policies allow. Upper case is refused too: Vault finds an
 * alias whatever its case, and would give the token of one tenant to another.
 */
export function requireTenantId(id: string): string {
  const labels = id.split('.');
  if (labels.length === 2 && labels.every(isDnsLabel)) return id;
  throw new VolumeEncryptionError(
    'invalid-input',
    'tenant id is not "<cluster>.<namespace>": use the name of a cluster and of a namespace, which have lower-case letters, digits and "-" only.',
    { field: 'tenant id' },
  );
}

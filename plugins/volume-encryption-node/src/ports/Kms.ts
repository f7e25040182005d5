import type {
  KeyDescription,
  KmsView,
} from 'backstage-plugin-volume-encryption-common';

/**
 * Says how a KMS is, without a credential where it can. Never throws.
 *
 * @public
 */
export interface KmsHealth {
  health(options: { signal?: AbortSignal }): Promise<KmsView>;

  /** Its state only, by one call without a credential; to be asked often. */
  state(options: { signal?: AbortSignal }): Promise<KmsView['state']>;
}

/** Knows of keys. No method returns key material. @public */
export interface KeyRegistry {
  /**
   * What the KMS says of the key `name` in KV v2 mount `mount`, from metadata.
   * Throws VolumeEncryptionError (`kms-sealed`, `kms-denied`,
   * `kms-unreachable`, `timeout`).
   */
  describeKey(
    location: { mount: string; name: string },
    options: { signal?: AbortSignal },
  ): Promise<KeyDescription>;

  /**
   * The names of the keys in a folder of KV v2 mount `mount`, by one call;
   * `folder` is empty for the mount itself. No name where there is no such
   * folder. A key that is gone for good is not among them; one that is listed
   * may be deleted nonetheless, which only `describeKey` tells. Throws as
   * `describeKey` does.
   */
  listKeys(
    location: { mount: string; folder: string },
    options: { signal?: AbortSignal },
  ): Promise<ReadonlySet<string>>;
}

/** A mount for one tenant's keys. @public */
export interface TenantMounts {
  /** The mount's type and options, or undefined when there is none. */
  readMount(
    path: string,
    options: { signal?: AbortSignal },
  ): Promise<{ type: string; version?: string } | undefined>;

  /** Enables KV v2 at `path`; an equal mount is `unchanged`, another is `not-ours`. */
  ensureMount(
    path: string,
    options: { signal?: AbortSignal },
  ): Promise<'created' | 'unchanged'>;
}

/** What Vault says of a token by its accessor. @public */
export interface TokenDescription {
  /** `auth/token/create/<role>` for tokens of a role. */
  path: string;
  meta: Record<string, string>;
  /** ISO 8601, or undefined for a token that does not end. */
  expiresAt?: string;
}

/**
 * A string that does not show itself: JSON, string conversion and inspection
 * give a placeholder. Only `reveal` gives the value, at the place of delivery.
 *
 * @public
 */
export interface SecretText {
  reveal(): string;
}

/** A token that nobody has got yet. @public */
export interface MintedToken {
  token: SecretText;
  accessor: string;
  /** ISO 8601. */
  expiresAt: string;
  /** What the KMS remarks on it, such as a period that it cut; no secret. */
  warnings: string[];
}

/** Mints and looks after tenants' tokens (custody `vaulttokens`). @public */
export interface TenantTokens {
  /**
   * What a token of ours shows as {@link TokenDescription.path}:
   * `auth/token/create/` and the configured token role.
   */
  readonly creationPath: string;

  /**
   * Mints an orphan, periodic token from the configured token role. The caller
   * records the accessor before it delivers the token.
   */
  mint(
    request: { tenantId: string; meta: Record<string, string> },
    options: { signal?: AbortSignal },
  ): Promise<MintedToken>;

  /** Undefined when Vault knows no such accessor. */
  lookup(
    accessor: string,
    options: { signal?: AbortSignal },
  ): Promise<TokenDescription | undefined>;

  revoke(accessor: string, options: { signal?: AbortSignal }): Promise<void>;
}

/** One configured Vault or OpenBao. @public */
export interface Kms extends KmsHealth, KeyRegistry, TenantMounts {
  /** The portal's name of it. */
  readonly name: string;
  /** Addresses by which KMS connections may name it, its own included. */
  readonly addresses: readonly string[];
  /** Where tenants' mounts are, such as `csi`. */
  readonly mountPrefix: string;
  readonly tokens: TenantTokens;
}

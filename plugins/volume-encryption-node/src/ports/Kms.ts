import type {
  CustodyNames,
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

  /** As `listKeys`: the names of the folders in it, without a slash. */
  listFolders(
    location: { mount: string; folder: string },
    options: { signal?: AbortSignal },
  ): Promise<ReadonlySet<string>>;
}

/** What holds for all keys of a KV v2 mount. @public */
export interface MountConfig {
  /** Whether a write has to name the version that it follows. */
  casRequired: boolean;
  /** As Vault words it; absent where keys do not end by themselves. */
  deleteVersionAfter?: string;
}

/** A mount for one tenant's keys. @public */
export interface TenantMounts {
  /** The mount's type and options, or undefined when there is none. */
  readMount(
    path: string,
    options: { signal?: AbortSignal },
  ): Promise<{ type: string; version?: string } | undefined>;

  /** The configuration of the KV v2 mount at `path`. Throws as `describeKey` does. */
  readMountConfig(
    path: string,
    options: { signal?: AbortSignal },
  ): Promise<MountConfig>;

  /**
   * What mounts there are right below {@link Kms.mountPrefix}, of whatever type:
   * their paths without it, which are tenants' ids, of those too that are not
   * tenants any more.
   */
  listMounts(options: { signal?: AbortSignal }): Promise<string[]>;

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
  policies: string[];
  /** Of the alias it was minted for; empty for none. */
  entityId: string;
  orphan: boolean;
  renewable: boolean;
  /** CIDRs it may be used from; none means from everywhere. */
  boundCidrs: string[];
  /** ISO 8601: when it was minted. */
  issuedAt?: string;
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
  /** The token; where it is wrapped, another that gives it once. */
  token: SecretText;
  /** Of the token itself, also where it is wrapped. */
  accessor: string;
  /** ISO 8601. */
  expiresAt: string;
  /** What the KMS remarks on it, such as a period that it cut; no secret. */
  warnings: string[];
  /** Accessor of what wraps it; absent where it is not wrapped. */
  wrapping?: string;
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

  /**
   * Prolongs the token by its period. Undefined when Vault knows no such
   * accessor; `not-renewable` when it does not prolong the token, or not any
   * longer. The caller has checked by `lookup` that it is ours.
   */
  renew(
    accessor: string,
    options: { signal?: AbortSignal },
  ): Promise<
    { expiresAt: string; warnings: string[] } | 'not-renewable' | undefined
  >;

  revoke(accessor: string, options: { signal?: AbortSignal }): Promise<void>;
}

/** Asks what a credential may do, without using it. @public */
export interface Capabilities {
  /** Of the portal's own token, by path as asked; `deny` alone means nothing. */
  own(
    paths: readonly string[],
    options: { signal?: AbortSignal },
  ): Promise<ReadonlyMap<string, readonly string[]>>;

  /** Of the token of an accessor; undefined when Vault knows no such accessor. */
  ofAccessor(
    accessor: string,
    paths: readonly string[],
    options: { signal?: AbortSignal },
  ): Promise<ReadonlyMap<string, readonly string[]> | undefined>;
}

/** A mounted auth method. @public */
export interface AuthMount {
  /** Without slashes at the ends, such as `kubernetes`. */
  path: string;
  type: string;
  accessor: string;
}

/** Settings as Vault answers them: text, number, boolean, or lists of text. @public */
export type VaultSettings = Readonly<Record<string, unknown>>;

/**
 * Reads the set-up that an administrator has written. There is no method that
 * writes any of it: who can, can give himself the keys.
 *
 * @public
 */
export interface CustodySetupReader {
  /** Text of an ACL policy, or undefined when there is none. */
  readPolicy(
    name: string,
    options: { signal?: AbortSignal },
  ): Promise<string | undefined>;

  authMounts(options: { signal?: AbortSignal }): Promise<AuthMount[]>;

  /**
   * `auth/<mount>/role/<role>` of a Kubernetes auth mount; undefined where either
   * is not there. Throws `invalid-input` for a role of another Vault namespace
   * than the one that the portal sees.
   */
  readAuthRole(
    role: { mount: string; role: string; namespace?: string },
    options: { signal?: AbortSignal },
  ): Promise<VaultSettings | undefined>;

  /**
   * `auth/<mount>/config` of a Kubernetes auth mount; it holds no credential. Of
   * its authorities the SHA-256 fingerprints, as of `ApiServerIdentity`.
   */
  readAuthConfig(
    mount: string,
    options: { signal?: AbortSignal },
  ): Promise<VaultSettings | undefined>;

  /** `auth/token/roles/<role>`. */
  readTokenRole(
    role: string,
    options: { signal?: AbortSignal },
  ): Promise<VaultSettings | undefined>;
}

/**
 * Destroys keys, with a credential of its own that the portal uses for nothing
 * else and gives up after each use.
 *
 * @public
 */
export interface KeyCustodian {
  /**
   * Destroys all versions and the metadata of the key; then nothing of it is
   * left to undelete. `absent` when there was none.
   */
  destroyKey(
    location: { mount: string; name: string },
    options: { signal?: AbortSignal },
  ): Promise<'destroyed' | 'absent'>;

  /** Disables the mount; throws `in-use` while it has a key. */
  removeMount(
    path: string,
    options: { signal?: AbortSignal },
  ): Promise<'deleted' | 'absent'>;

  /**
   * What its credential may do, by path as asked; `deny` alone means nothing.
   * Throws `kms-denied` where it may not ask that either.
   */
  capabilities(
    paths: readonly string[],
    options: { signal?: AbortSignal },
  ): Promise<ReadonlyMap<string, readonly string[]>>;
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
  readonly capabilities: Capabilities;
  readonly setup: CustodySetupReader;
  readonly custodyNames: CustodyNames;
  /** Absent where no credential for destroying is configured. */
  readonly custodian?: KeyCustodian;
}

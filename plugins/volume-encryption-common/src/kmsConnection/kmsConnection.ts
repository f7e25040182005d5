/** One entry of the map of KMS connections that Ceph CSI reads. @public */
export interface KmsConnection {
  /** The entry's key, which a class names as `encryptionKMSID`. */
  kmsId: string;
  /** `encryptionKMSType` or `KMS_PROVIDER`; empty when the entry has none. */
  kmsType: string;
  /**
   * The entry's options in Ceph CSI's camelCase spelling, whichever style it
   * was written in. Defaults are not filled in.
   */
  options: Record<string, string>;
  /**
   * The entry as it is written, in its own style and with what Ceph CSI does not
   * read; without what is a credential, for it is shown.
   */
  written: Record<string, string>;
  /** Options that Ceph CSI refuses because their value is not a JSON string. */
  notText: string[];
  /** Options that Ceph CSI does not read, such as those of another style. */
  ignored: string[];
  /** The entry is no JSON object, so Ceph CSI refuses it, and it alone. */
  notObject?: boolean;
}

/** The types that keep the passphrase in a Vault (ceph-csi `internal/kms`). */
const VAULT_TYPES = new Set(['vault', 'vaulttokens', 'vaulttenantsa']);

/** The types that keep a wrapped key in the image's metadata. */
const METADATA_TYPES = new Set([
  'metadata',
  'aws-metadata',
  'aws-sts-metadata',
  'ibmkeyprotect',
  'kmip',
]);

/** Where a KMS type keeps the passphrase of a volume. */
export type KeyStore =
  | 'vault'
  | 'azure'
  | 'image-metadata'
  /** Ceph CSI has no such type, and says "could not find KMS provider". */
  | 'no-such-type';

/** Where the connection's type keeps passphrases. Exact, case matters. */
export function keyStoreOf({ kmsType }: KmsConnection): KeyStore {
  if (VAULT_TYPES.has(kmsType)) return 'vault';
  if (METADATA_TYPES.has(kmsType)) return 'image-metadata';
  return kmsType === 'azure-kv' ? 'azure' : 'no-such-type';
}

/**
 * Names of the objects that Ceph CSI looks for in the claim's namespace
 * (ceph-csi `internal/kms/vault_tokens.go`, `vault_sa.go`).
 *
 * @public
 */
export function tenantObjectNames({
  options,
}: Pick<KmsConnection, 'options'>): {
  configMap: string;
  tokenSecret: string;
  serviceAccount: string;
} {
  return {
    configMap: options.tenantConfigName || 'ceph-csi-kms-config',
    tokenSecret: options.tenantTokenName || 'ceph-csi-kms-token',
    serviceAccount: options.tenantSAName || 'ceph-csi-vault-sa',
  };
}

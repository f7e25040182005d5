import type { KmsConnection } from './kmsConnection';

/** Where in a Vault a volume's passphrase is. No value, only its place. */
export interface KeyLocation {
  /** The KV mount, with the Vault namespace in front as Ceph CSI puts it. */
  mount: string;
  /** The key's name in the mount. */
  name: string;
}

/** The KV version that Ceph CSI uses, as far as the connection says. */
export type KeyValueVersion = 'v1' | 'v2' | 'detected';

/** Only the exact words `kv` and `kv-v2` count; all else is looked up by Ceph CSI. */
export function keyValueVersion({ options }: KmsConnection): KeyValueVersion {
  if (options.vaultBackend === 'kv') return 'v1';
  return options.vaultBackend === 'kv-v2' ? 'v2' : 'detected';
}

/**
 * Where Ceph CSI keeps the passphrase of a volume or snapshot by its handle, for
 * a connection whose key store is a Vault. Source: ceph-csi
 * `internal/kms/vault.go`, `vault_tokens.go`.
 */
export function keyLocation(
  connection: KmsConnection,
  volumeHandle: string,
): KeyLocation {
  const { kmsType, options } = connection;
  const ofOwnAccount = kmsType === 'vault';
  const root = ofOwnAccount ? options.vaultPassphraseRoot : undefined;
  const path = root?.replace(/^\/v1\//, '') || options.vaultBackendPath;
  const prefix = ofOwnAccount ? (options.vaultPassphrasePath ?? '') : '';
  return {
    mount: [options.vaultNamespace ?? '', path || 'secret']
      .map(withoutOuterSlashes)
      .filter(Boolean)
      .join('/'),
    name: prefix + volumeHandle,
  };
}

function withoutOuterSlashes(path: string): string {
  return path.replace(/^\/+|\/+$/g, '');
}

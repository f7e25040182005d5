import { parseGoBoolean } from '../driver/goBoolean';
import { isOfConsole } from './connectionOptions';

/** Ceph CSI's table (`internal/kms/vault_tokens.go` standardVault). */
const OPTION_OF_VARIABLE: Record<string, string> = {
  VAULT_ADDR: 'vaultAddress',
  VAULT_BACKEND: 'vaultBackend',
  VAULT_BACKEND_PATH: 'vaultBackendPath',
  VAULT_DESTROY_KEYS: 'vaultDestroyKeys',
  VAULT_CACERT: 'vaultCAFromSecret',
  VAULT_TLS_SERVER_NAME: 'vaultTLSServerName',
  VAULT_CLIENT_CERT: 'vaultClientCertFromSecret',
  VAULT_CLIENT_KEY: 'vaultClientCertKeyFromSecret',
  VAULT_AUTH_NAMESPACE: 'vaultAuthNamespace',
  VAULT_NAMESPACE: 'vaultNamespace',
};

/**
 * Options in camelCase from an entry in the style of environment variables
 * (one with `KMS_PROVIDER`), for the types `vaulttokens` and `vaulttenantsa`.
 * As in Ceph CSI, everything that is not in its table is dropped, so a tenant's
 * own names and roles cannot be set in this style.
 */
export function fromEnvironmentStyle(
  entry: Record<string, string>,
): Record<string, string> {
  const options: Record<string, string> = {};
  for (const [variable, option] of Object.entries(OPTION_OF_VARIABLE)) {
    if (entry[variable] !== undefined) options[option] = entry[variable];
  }
  const skipsVerify = parseGoBoolean(entry.VAULT_SKIP_VERIFY ?? 'false');
  // As Ceph CSI does, which then fails to parse the empty text.
  options.vaultCAVerify = skipsVerify === undefined ? '' : String(!skipsVerify);
  return options;
}

/** Names in such an entry that Ceph CSI drops, and nobody else reads. */
export function ignoredInEnvironmentStyle(names: string[]): string[] {
  return names.filter(
    name =>
      name !== 'KMS_PROVIDER' &&
      name !== 'encryptionKMSType' &&
      name !== 'VAULT_SKIP_VERIFY' &&
      !isOfConsole(name) &&
      !Object.hasOwn(OPTION_OF_VARIABLE, name),
  );
}

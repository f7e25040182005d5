import { parseGoBoolean } from '../driver/goBoolean';
import { error, info, warning, type Check } from './connectionCheck';
import { keyValueVersion } from './keyLocation';
import { isOwnMachine } from './ownMachine';

/**
 * What can be wrong with a connection to a Vault, in its options after the
 * tenant's overrides. Sources: ceph-csi `internal/kms/vault.go`,
 * `vault_tokens.go`, `vault_sa.go`.
 */
export const vaultChecks: readonly Check[] = [
  ({ kmsId, options: { vaultCAVerify } }) =>
    vaultCAVerify !== undefined && parseGoBoolean(vaultCAVerify) === undefined
      ? error(
          'connection-option-invalid',
          `In the KMS connection "${kmsId}" Ceph CSI cannot read vaultCAVerify (or VAULT_SKIP_VERIFY). Write "true" or "false", or leave it out.`,
        )
      : undefined,
  ({ kmsId, kmsType, options }) =>
    kmsType !== 'vault' &&
    Boolean(options.vaultClientCertFromSecret) !==
      Boolean(options.vaultClientCertKeyFromSecret)
      ? error(
          'connection-client-certificate-half',
          `The KMS connection "${kmsId}" names only one of client certificate and client key. Name both Secrets (vaultClientCertFromSecret, vaultClientCertKeyFromSecret) or neither.`,
        )
      : undefined,
  connection => {
    const { kmsId, options } = connection;
    if (keyValueVersion(connection) !== 'detected') return undefined;
    const why = 'Ceph CSI asks the Vault for the KV version (sys/mounts)';
    return options.vaultBackend
      ? warning(
          'connection-backend-detected',
          `In the KMS connection "${kmsId}" vaultBackend is neither kv nor kv-v2, so it counts for nothing and ${why}. Write one of the two.`,
        )
      : info(
          'connection-backend-detected',
          `The KMS connection "${kmsId}" has no vaultBackend, so ${why}, which each tenant's policy must allow. Set vaultBackend to kv-v2.`,
        );
  },
  connection => {
    const { kmsId, options } = connection;
    const { vaultAuthNamespace, vaultNamespace = '' } = options;
    return keyValueVersion(connection) === 'detected' &&
      vaultAuthNamespace &&
      vaultAuthNamespace !== vaultNamespace
      ? warning(
          'connection-namespaces-differ',
          `In the KMS connection "${kmsId}" vaultAuthNamespace is not vaultNamespace, and Ceph CSI looks for the KV version in the former, where the mount is not. Set vaultBackend to kv-v2.`,
        )
      : undefined;
  },
  connection => {
    const { kmsId, options } = connection;
    const path = options.vaultBackendPath?.replace(/^\/+|\/+$/g, '');
    return keyValueVersion(connection) === 'v2' && path?.startsWith('secret/')
      ? warning(
          'connection-path-not-mount',
          `In the KMS connection "${kmsId}" vaultBackendPath seems to lead into the mount "secret". With KV version 2 it must be exactly the path of the mount, or no key is found.`,
        )
      : undefined;
  },
  ({ kmsId, options: { vaultDestroyKeys } }) =>
    vaultDestroyKeys !== undefined &&
    vaultDestroyKeys !== 'true' &&
    vaultDestroyKeys !== 'false'
      ? warning(
          'connection-destroy-unclear',
          `In the KMS connection "${kmsId}" vaultDestroyKeys is neither "true" nor "false". Ceph CSI takes all but "true" as false: keys of deleted volumes stay. Write one of the two.`,
        )
      : undefined,
  ({ kmsId, options: { vaultDestroyKeys } }) =>
    vaultDestroyKeys === 'false'
      ? info(
          'connection-keys-stay',
          `In the KMS connection "${kmsId}" vaultDestroyKeys is "false": the keys of deleted volumes stay in the Vault, deleted softly with KV version 2, until somebody destroys them.`,
        )
      : undefined,
  ({ kmsId, kmsType, options: { vaultCAFromSecret } }) =>
    kmsType === 'vault' && vaultCAFromSecret
      ? info(
          'connection-ca-of-class',
          `In the KMS connection "${kmsId}" of type vault, vaultCAFromSecret is a key in the Secrets that the class names (provisioner and node-stage), not the name of a Secret.`,
        )
      : undefined,
  ({ kmsId, options }) =>
    isInsecure(options)
      ? warning(
          'connection-insecure',
          `Ceph CSI does not check whom it gives the tenant's credential: the Vault of "${kmsId}" is reached without TLS, or its certificate is not verified.`,
        )
      : undefined,
];

function isInsecure(options: Record<string, string>): boolean {
  const { vaultAddress = '', vaultCAVerify = 'true' } = options;
  if (isOwnMachine(vaultAddress)) return false;
  return (
    vaultAddress.startsWith('http:') || parseGoBoolean(vaultCAVerify) === false
  );
}

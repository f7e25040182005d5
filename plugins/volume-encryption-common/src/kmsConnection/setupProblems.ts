import type { Finding } from '../contract/reasons';
import { error, warning } from './connectionCheck';
import { keyStoreOf, type KmsConnection } from './kmsConnection';
import { loginPlace } from './loginPlace';

/**
 * What is set up for tenants in the KMS at a connection's address, as configured.
 *
 * @public
 */
export interface KmsSetup {
  /** Vault namespace of all of it. */
  namespace?: string;
  /** Of Kubernetes auth, for the cluster. */
  authMount: string;
  role: string;
}

/**
 * Where a connection does not lead to what is set up for tenants of its KMS: the
 * Vault namespace of their mounts, the auth mount and the role that lets their
 * ServiceAccounts in. Another role may let them in as well, so that is a warning.
 *
 * @public
 */
export function setupProblems(
  connection: KmsConnection,
  setup: KmsSetup,
): Finding[] {
  if (keyStoreOf(connection) !== 'vault' || connection.kmsType === 'vault') {
    return [];
  }
  const { kmsId, kmsType, options } = connection;
  const wanted = setup.namespace ?? '';
  const login = loginPlace(connection);
  const elsewhere = [
    ...differing('vaultNamespace', options.vaultNamespace, wanted),
    ...differing('vaultAuthNamespace', login.namespace, wanted),
  ];
  const others =
    kmsType === 'vaulttenantsa'
      ? [
          ...differing('vaultAuthPath', login.mount, setup.authMount),
          ...differing('vaultRole', login.role, setup.role),
        ]
      : [];
  return [
    ...elsewhere.map(said =>
      error(
        'connection-not-set-up',
        `By the KMS connection "${kmsId}" Ceph CSI goes to another Vault namespace than the one where tenants' mounts and logins are: ${said}. Correct it, or the "namespace" of the KMS in the portal's configuration.`,
      ),
    ),
    ...others.map(said =>
      warning(
        'connection-not-set-up',
        `By the KMS connection "${kmsId}" Ceph CSI does not log in as it is set up for tenants of this cluster: ${said}. Correct it, or name what is meant under "custody.clusters" of the KMS in the portal's configuration.`,
      ),
    ),
  ];
}

/** What was found is not repeated: somebody may have put a credential there. */
function differing(name: string, found = '', wanted: string): string[] {
  const [is, should] = [found, wanted].map(it => it.replace(/^\/+|\/+$/g, ''));
  if (is === should) return [];
  return [should ? `${name} should be "${should}"` : `${name} should be empty`];
}

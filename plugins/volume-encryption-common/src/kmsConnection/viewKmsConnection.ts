import type { KmsConnectionView } from '../contract/api';
import { connectionProblems } from './connectionProblems';
import type { KmsConnection } from './kmsConnection';

/**
 * A connection as the platform page shows it. `kmsName` is the portal's name of
 * the KMS at its address, where it knows one.
 *
 * @public
 */
export function viewKmsConnection(
  cluster: string,
  connection: KmsConnection,
  kmsName?: string,
): KmsConnectionView {
  return {
    cluster,
    kmsId: connection.kmsId,
    kmsType: connection.kmsType,
    kms: kmsName,
    address: connection.options.vaultAddress,
    options: connection.written,
    reasons: connectionProblems(connection),
  };
}

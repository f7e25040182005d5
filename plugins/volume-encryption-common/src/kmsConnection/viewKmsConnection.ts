import type { KmsConnectionView } from '../contract/api';
import { connectionProblems } from './connectionProblems';
import type { KmsConnection } from './kmsConnection';
import { setupProblems, type KmsSetup } from './setupProblems';

/**
 * A connection as the platform page shows it.
 * @param kms - the portal's KMS at its address, where it knows one
 *
 * @public
 */
export function viewKmsConnection(
  cluster: string,
  connection: KmsConnection,
  kms?: { name: string; setup: KmsSetup },
): KmsConnectionView {
  return {
    cluster,
    kmsId: connection.kmsId,
    kmsType: connection.kmsType,
    kms: kms?.name,
    address: connection.options.vaultAddress,
    options: connection.written,
    reasons: [
      ...connectionProblems(connection),
      ...(kms ? setupProblems(connection, kms.setup) : []),
    ],
  };
}

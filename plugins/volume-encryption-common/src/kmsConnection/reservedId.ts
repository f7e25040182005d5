import { FILE_KEY } from './parseConnections';

/**
 * What Ceph CSI takes an id of a connection for, where it has another meaning
 * (ceph-csi `internal/kms/kms.go`). A connection of such an id is none.
 *
 * @public
 */
export function reservedMeaning(kmsId: string): string | undefined {
  if (kmsId === 'default') {
    return 'one passphrase that all volumes of a class share';
  }
  return kmsId === FILE_KEY ? 'a file that holds all connections' : undefined;
}

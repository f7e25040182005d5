import type { Reason } from '../contract/api';
import {
  VolumeEncryptionError,
  type VolumeEncryptionErrorCode,
} from '../contract/errors';
import { connectionProblems } from '../kmsConnection/connectionProblems';
import type { KmsConnection } from '../kmsConnection/kmsConnection';
import { parseConnections } from '../kmsConnection/parseConnections';
import type { ConfigMap } from '../kubernetes/objects';
import type { Observed, UnknownWhy } from '../observation/observed';

/**
 * A connection that Ceph CSI can use, and what the reader should know of it.
 *
 * @public
 */
export interface UsableConnection {
  connection: KmsConnection;
  notes: Reason[];
}

/**
 * The connection `kmsId`. Throws `unknown-connection` when there is none,
 * `invalid-input` when Ceph CSI could not use it, and `cluster-denied`,
 * `timeout` or `cluster-unreachable` when the map could not be read. Another
 * entry that is malformed is a note, because it blocks this one as well.
 *
 * @public
 */
export function requireUsableConnection(
  connections: Observed<ConfigMap | undefined>,
  kmsId: string,
): UsableConnection {
  const { connections: known, malformed } = readConnections(connections);
  const broken = malformed.find(entry => entry.kmsId === kmsId);
  if (broken) {
    throw refused('invalid-input', broken.message);
  }
  const connection = known.find(entry => entry.kmsId === kmsId);
  if (!connection) {
    const ids = known.map(entry => entry.kmsId).join(', ') || 'none';
    throw refused(
      'unknown-connection',
      `This cluster has no KMS connection "${kmsId}". There are: ${ids}.`,
    );
  }
  const problems = connectionProblems(connection);
  const fatal = problems.find(({ severity }) => severity === 'error');
  if (fatal) {
    throw refused('invalid-input', fatal.message);
  }
  const warnings = problems.filter(({ severity }) => severity === 'warning');
  return { connection, notes: [...malformed.map(blockage), ...warnings] };
}

const ERROR_OF: Partial<Record<UnknownWhy, VolumeEncryptionErrorCode>> = {
  denied: 'cluster-denied',
  timeout: 'timeout',
};

function readConnections(connections: Observed<ConfigMap | undefined>) {
  if (connections.status === 'unknown') {
    throw refused(
      ERROR_OF[connections.why] ?? 'cluster-unreachable',
      `The KMS connections of this cluster could not be read: ${connections.detail}`,
    );
  }
  return parseConnections(connections.value);
}

function blockage({ message }: { message: string }): Reason {
  return { code: 'connections-malformed', severity: 'error', message };
}

function refused(code: VolumeEncryptionErrorCode, message: string) {
  return new VolumeEncryptionError(code, message, { field: 'kmsId' });
}

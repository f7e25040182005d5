import type { Finding } from '../contract/reasons';
import type { ConfigMap } from '../kubernetes/objects';
import type { Observed } from '../observation/observed';
import type { KmsConnection } from './kmsConnection';
import { parseConnections } from './parseConnections';

/**
 * The connection of an id, or `unknown` when the map could not be read, or
 * `missing`. The findings say why it is not there, and name every malformed
 * entry, which stops this connection as well.
 *
 * @public
 */
export type FoundConnection =
  | { connection: KmsConnection; findings: Finding[] }
  | { absence: 'unknown' | 'missing'; findings: Finding[] };

/** Looks up a connection as Ceph CSI would. @public */
export function findConnection(
  connections: Observed<ConfigMap | undefined>,
  kmsId: string,
): FoundConnection {
  if (connections.status === 'unknown') {
    return { absence: 'unknown', findings: [unread(connections.detail)] };
  }
  const { connections: entries, malformed } = parseConnections(
    connections.value,
  );
  const broken = malformed.map(({ message }): Finding => ({
    code: 'connections-malformed',
    severity: 'error',
    message,
  }));
  const connection = entries.find(entry => entry.kmsId === kmsId);
  if (connection) return { connection, findings: broken };
  if (broken.length > 0) return { absence: 'missing', findings: broken };
  return { absence: 'missing', findings: [missing(kmsId)] };
}

function unread(detail: string): Finding {
  return {
    code: 'connections-unread',
    severity: 'warning',
    message: `The KMS connections of this cluster could not be read: ${detail}`,
  };
}

function missing(kmsId: string): Finding {
  return {
    code: 'connection-missing',
    severity: 'error',
    message: `This cluster has no KMS connection "${kmsId}". Ask the platform team to restore it, or use a class that names one that exists.`,
  };
}

import {
  parseConnections,
  VolumeEncryptionError,
  type ConfigMap,
  type KmsConnection,
} from 'backstage-plugin-volume-encryption-common';

/** The connection of this id. Throws `unknown-connection`: there is no default. */
export function requireConnection(
  connections: ConfigMap | undefined,
  kmsId: string,
): KmsConnection {
  const known = connections ? parseConnections(connections).connections : [];
  const found = known.find(connection => connection.kmsId === kmsId);
  if (!found) {
    const ids = known.map(connection => connection.kmsId).join(', ') || 'none';
    throw new VolumeEncryptionError(
      'unknown-connection',
      `This cluster has no KMS connection ${JSON.stringify(kmsId)}. There are: ${ids}.`,
      { field: 'kmsId' },
    );
  }
  return found;
}

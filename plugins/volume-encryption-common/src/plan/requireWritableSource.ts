import type { Reason } from '../contract/api';
import { VolumeEncryptionError } from '../contract/errors';
import { parseConnections } from '../kmsConnection/parseConnections';
import type { ConnectionState } from './connectionState';

/**
 * Throws `conflict` unless an entry written there is one that Ceph CSI reads:
 *
 * - its pods must all read the same ConfigMap;
 * - where no Ceph CSI was seen, its default ConfigMap is written, also the
 *   first time: nobody is served by another one then;
 * - where nobody could look, nothing is written: a mounted file may be in force,
 *   and the entry would count for nothing.
 *
 * Returns what the reader should know of the source.
 */
export function requireWritableSource({
  source,
  configMap,
  namespace,
}: ConnectionState): Reason[] {
  if (source.differs) {
    throw refused(
      source.reasons.find(({ code }) => code === 'source-differs')?.message ??
        source.evidence,
    );
  }
  if (source.basis === 'unread') {
    throw refused(
      `Ceph CSI's source of KMS connections is not known, so what is written might not be read. ${source.evidence} Give the portal the right to list Deployments and DaemonSets in "${namespace}", then try again.`,
    );
  }
  if (configMap?.meta.deletedAt) {
    throw refused(
      `ConfigMap ${namespace}/${configMap.meta.name} is being deleted. Try again when it is gone.`,
    );
  }
  return source.reasons;
}

/**
 * Throws `conflict` when other entries are malformed, since one of them stops
 * all: a change among them would help nobody. The malformed entries themselves
 * may be changed and removed, one after the other; those that are left then are
 * told of.
 */
export function requireOthersWellFormed(
  kmsId: string,
  { configMap }: ConnectionState,
): Reason[] {
  const { malformed } = parseConnections(configMap);
  const others = malformed.filter(entry => entry.kmsId !== kmsId);
  if (others.length === malformed.length && others.length > 0) {
    throw refused(
      `${others.map(({ message }) => message).join(' ')} It blocks everybody, so it comes first.`,
    );
  }
  return others.map(({ message }) => ({
    code: 'connections-malformed',
    severity: 'error',
    message,
  }));
}

function refused(message: string): VolumeEncryptionError {
  return new VolumeEncryptionError('conflict', message, { field: 'kmsId' });
}

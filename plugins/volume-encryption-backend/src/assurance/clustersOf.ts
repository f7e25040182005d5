import type { Kms } from 'backstage-plugin-volume-encryption-node';
import { tenantConnections } from '../inspection/tenantConnections';
import type { AssuranceParts } from './AssuranceParts';

/** All clusters of the portal. */
export function allClusters({ index }: Pick<AssuranceParts, 'index'>) {
  return index.snapshots().map(({ cluster }) => cluster);
}

/** The clusters with a connection to the KMS; all where none is known. */
export function clustersOf(
  { index, systems }: Pick<AssuranceParts, 'index' | 'systems'>,
  { name }: Kms,
): string[] {
  const connected = index
    .snapshots()
    .filter(it =>
      tenantConnections(it, systems).some(({ kms }) => kms === name),
    )
    .map(({ cluster }) => cluster);
  return connected.length > 0 ? connected : allClusters({ index });
}

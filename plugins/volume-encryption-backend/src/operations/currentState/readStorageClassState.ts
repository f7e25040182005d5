import {
  observed,
  type StorageClassRequest,
  type StorageClassState,
} from 'backstage-plugin-volume-encryption-common';
import type { Cluster } from 'backstage-plugin-volume-encryption-node';
import { readConnections } from './readConnections';
import type { ReadContext } from './ReadContext';

/** What the plan of a StorageClass depends on, read from the cluster now. */
export async function readStorageClassState(
  request: StorageClassRequest,
  cluster: Cluster,
  context: ReadContext,
): Promise<StorageClassState> {
  const { now, signal } = context;
  const [connections, existing] = await Promise.all([
    readConnections(cluster, context, request.provisioner),
    cluster.reader.get('StorageClass', { name: request.name, signal }),
  ]);
  return { connections: observed(connections, now), existing };
}

import {
  cephDriverOf,
  observed,
  unknown,
  type StorageClassDefaultRequest,
  type StorageClassDefaultState,
} from 'backstage-plugin-volume-encryption-common';
import type { Cluster } from 'backstage-plugin-volume-encryption-node';
import { readConnections } from './readConnections';
import type { ReadContext } from './ReadContext';

/** What the plan of a default class depends on, read from the cluster now. */
export async function readDefaultClassState(
  { name }: StorageClassDefaultRequest,
  cluster: Cluster,
  context: ReadContext,
): Promise<StorageClassDefaultState> {
  const { now, signal } = context;
  const classes = await cluster.reader.list('StorageClass', { signal });
  const chosen = classes.find(({ meta }) => meta.name === name);
  if (!chosen || !cephDriverOf(chosen.provisioner)) {
    const connections = unknown(
      'not-applicable',
      'Only Ceph CSI has KMS connections.',
    );
    return { classes, connections };
  }
  const connections = await readConnections(
    cluster,
    context,
    chosen.provisioner,
  );
  return { classes, connections: observed(connections, now) };
}

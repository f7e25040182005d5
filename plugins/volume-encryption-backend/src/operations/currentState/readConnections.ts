import {
  connectionsInForce,
  connectionSource,
  connectionSourceNames,
  isVolumeEncryptionError,
  observed,
  unknown,
  VolumeEncryptionError,
  type CephCsiWorkload,
  type ConfigMap,
  type ConnectionSource,
  type Observed,
} from 'backstage-plugin-volume-encryption-common';
import type { Cluster } from 'backstage-plugin-volume-encryption-node';
import { listCephCsiWorkloads } from '../../cluster/listCephCsiWorkloads';
import type { ReadContext } from './ReadContext';

/**
 * The map of KMS connections in force as it is now, or undefined when there is
 * none. Where the portal may not look which one that is, the one of Ceph CSI's
 * default name.
 *
 * @param driverName - the CSI driver that is to read them; throws `conflict` when
 *   its controllers and node plugins read different ones
 */
export async function readConnections(
  cluster: Cluster,
  context: ReadContext,
  driverName?: string,
): Promise<ConfigMap | undefined> {
  const { sourceOf } = await readConnectionSources(cluster, context);
  const { source, configMap } = sourceOf(driverName);
  const difference = source.reasons.find(it => it.code === 'source-differs');
  if (driverName && difference) {
    throw new VolumeEncryptionError('conflict', difference.message, {
      field: 'kmsId',
    });
  }
  return configMap;
}

/** Where connections are read from, and what is there. */
export interface ReadSource {
  source: ConnectionSource;
  /** As Ceph CSI reads it. */
  configMap: ConfigMap | undefined;
}

/**
 * What Ceph CSI mounts, and every ConfigMap that it may read, as they are now.
 * Throws what the reader throws, except that workloads which the portal may not
 * list leave the source unknown.
 */
export async function readConnectionSources(
  cluster: Cluster,
  { now, signal }: ReadContext,
): Promise<{ sourceOf(driverName?: string): ReadSource }> {
  const { reader, csiNamespace: namespace } = cluster;
  const workloads = await readWorkloads(cluster, { now, signal });
  const found = await Promise.all(
    connectionSourceNames(workloads).map(name =>
      reader.get('ConfigMap', { namespace, name, signal }),
    ),
  );
  const named = (name: string) => found.find(it => it?.meta.name === name);
  return {
    sourceOf: driverName => {
      const source = connectionSource(workloads, named, driverName);
      const configMap = connectionsInForce(source, named(source.configMap));
      return { source, configMap };
    },
  };
}

async function readWorkloads(
  cluster: Cluster,
  { now, signal }: ReadContext,
): Promise<Observed<CephCsiWorkload[]>> {
  try {
    return observed(await listCephCsiWorkloads(cluster, signal), now);
  } catch (error) {
    const isRefused =
      isVolumeEncryptionError(error) && error.code === 'cluster-denied';
    if (!isRefused) throw error;
    return unknown('denied', error.message);
  }
}

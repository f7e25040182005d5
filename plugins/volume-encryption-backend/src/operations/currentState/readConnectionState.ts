import {
  overridesConcerned,
  type ConnectionState,
  type KmsConnectionRemovalRequest,
  type KmsConnectionRequest,
} from 'backstage-plugin-volume-encryption-common';
import { listIfInstalled } from '../../cluster/listIfInstalled';
import type { Systems } from '../../systems';
import type { ReadContext } from './ReadContext';
import { readConnectionSources } from './readConnections';

/** What the change of a KMS connection depends on, read from the cluster now. */
export async function readConnectionState(
  request: KmsConnectionRequest | KmsConnectionRemovalRequest,
  systems: Systems,
  context: ReadContext,
): Promise<ConnectionState> {
  const cluster = systems.cluster(request.cluster);
  const { reader, csiNamespace: namespace } = cluster;
  const { signal } = context;
  const isRemoval = request.operation === 'kms-connection-removal';
  const [sources, volumes, storageClasses, contents] = await Promise.all([
    readConnectionSources(cluster, context),
    reader.list('PersistentVolume', { signal }),
    reader.list('StorageClass', { signal }),
    isRemoval
      ? listIfInstalled(reader, 'VolumeSnapshotContent', { signal })
      : undefined,
  ]);
  const { source, configMap } = sources.sourceOf();
  const overrides = await Promise.all(
    overridesConcerned(request, { configMap, volumes }).map(place =>
      reader.get('ConfigMap', { ...place, signal }),
    ),
  );
  return {
    namespace,
    source,
    configMap,
    volumes,
    storageClasses,
    snapshotContents: contents ?? [],
    tenantConfigMaps: overrides.flatMap(it => it ?? []),
    kmsNameOf: address => systems.kmsNameAt(address),
  };
}

import {
  overridesConcerned,
  type ConnectionState,
  type KmsConnectionRemovalRequest,
  type KmsConnectionRequest,
} from 'backstage-plugin-volume-encryption-common';
import type { Cluster } from 'backstage-plugin-volume-encryption-node';
import { listIfInstalled } from '../../cluster/listIfInstalled';
import type { TenantCredentialStore } from '../../custody';
import type { Systems } from '../../systems';
import type { ReadContext } from './ReadContext';
import { readConnectionSources } from './readConnections';

type Users = Pick<
  ConnectionState,
  'snapshotContents' | 'recordedTokens' | 'serviceAccounts'
>;

const NO_USERS: Users = {
  snapshotContents: [],
  recordedTokens: [],
  serviceAccounts: [],
};

/** What the change of a KMS connection depends on, read from the cluster now. */
export async function readConnectionState(
  request: KmsConnectionRequest | KmsConnectionRemovalRequest,
  parts: { systems: Systems; credentials: Pick<TenantCredentialStore, 'all'> },
  context: ReadContext,
): Promise<ConnectionState> {
  const { systems, credentials } = parts;
  const cluster = systems.cluster(request.cluster);
  const { reader, csiNamespace: namespace } = cluster;
  const { signal } = context;
  const [sources, volumes, storageClasses, users] = await Promise.all([
    readConnectionSources(cluster, context),
    reader.list('PersistentVolume', { signal }),
    reader.list('StorageClass', { signal }),
    request.operation === 'kms-connection-removal'
      ? readUsers(cluster, credentials, context)
      : NO_USERS,
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
    ...users,
    tenantConfigMaps: overrides.flatMap(it => it ?? []),
    kmsNameOf: address => systems.findKmsAt(address)?.name,
  };
}

/** Who may need a connection besides classes and volumes. */
async function readUsers(
  { name, reader }: Cluster,
  credentials: Pick<TenantCredentialStore, 'all'>,
  { signal }: ReadContext,
): Promise<Users> {
  const [contents, recorded, serviceAccounts] = await Promise.all([
    listIfInstalled(reader, 'VolumeSnapshotContent', { signal }),
    credentials.all(),
    reader.list('ServiceAccount', { signal }),
  ]);
  return {
    // A cluster without the kind has none of them.
    snapshotContents: contents ?? [],
    recordedTokens: recorded.flatMap(({ cluster, namespace, kms }) =>
      cluster === name ? [{ namespace, kms }] : [],
    ),
    serviceAccounts,
  };
}

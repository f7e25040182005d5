import { VolumeEncryptionError } from '../contract/errors';
import { connectionInForce } from '../kmsConnection/connectionInForce';
import { keyLocation, keyValueVersion } from '../kmsConnection/keyLocation';
import {
  type KmsConnection,
  tenantObjectNames,
} from '../kmsConnection/kmsConnection';
import { parseConnections } from '../kmsConnection/parseConnections';
import type { ConfigMap, PersistentVolume } from '../kubernetes/objects';
import { valueOf } from '../observation/observed';
import { readEncryptionParameters } from '../storageClass/readEncryptionParameters';
import { listed } from './listed';
import type { TenantState } from './tenantState';

/** Overrides that are to be in force in a namespace. */
export interface WantedOverrides {
  namespace: string;
  /** Name of the ConfigMap. */
  name: string;
  data: { vaultBackend: string; vaultBackendPath: string };
}

/**
 * Throws `conflict` when the wanted overrides would make Ceph CSI look for keys
 * where they are not: it reads the tenant's ConfigMap at every call, so a change
 * of the path leaves the keys of existing volumes behind and they do not mount
 * again.
 */
export function requireKeysStay(
  { namespace, name, data }: WantedOverrides,
  state: TenantState,
): void {
  const path = state.configMap?.data.vaultBackendPath;
  if (path !== undefined && path !== data.vaultBackendPath) {
    throw new VolumeEncryptionError(
      'conflict',
      `ConfigMap ${namespace}/${name} keeps the keys of this namespace in "${path}", not in "${data.vaultBackendPath}". Changing it would leave existing keys behind; move them first, or use another namespace.`,
      { field: 'namespace' },
    );
  }
  const connections = connectionsThatRead(name, state);
  const left = state.volumes.filter(
    volume =>
      volume.claim?.namespace === namespace &&
      isLeftBehind(volume, { connections, data, before: state.configMap }),
  );
  if (left.length > 0) {
    const names = left.map(({ meta }) => meta.name).sort();
    throw new VolumeEncryptionError(
      'conflict',
      `Volumes of namespace "${namespace}" have their keys elsewhere and would not mount again: ${listed(names)}. Move the keys first, or use another namespace.`,
      { field: 'namespace' },
    );
  }
}

/** Only these types let a tenant override anything. */
const TENANT_TYPES = ['vaulttokens', 'vaulttenantsa'];

function connectionsThatRead(
  configMapName: string,
  { connections }: TenantState,
): KmsConnection[] {
  return parseConnections(valueOf(connections)).connections.filter(
    entry =>
      TENANT_TYPES.includes(entry.kmsType) &&
      tenantObjectNames(entry).configMap === configMapName,
  );
}

function isLeftBehind(
  { csi }: PersistentVolume,
  overrides: {
    connections: KmsConnection[];
    before: ConfigMap | undefined;
    data: WantedOverrides['data'];
  },
): boolean {
  const asked = csi && readEncryptionParameters(csi.driver, csi.attributes);
  const kmsId = asked && 'kmsId' in asked ? asked.kmsId : undefined;
  const connection = overrides.connections.find(it => it.kmsId === kmsId);
  if (!csi || !connection) {
    return false;
  }
  const before = connectionInForce(connection, overrides.before);
  const options = { ...before.options, ...overrides.data };
  const after = { ...before, options };
  return (
    keyLocation(before, csi.volumeHandle)?.mount !==
      keyLocation(after, csi.volumeHandle)?.mount ||
    (keyValueVersion(before) === 'v1' && keyValueVersion(after) !== 'v1')
  );
}

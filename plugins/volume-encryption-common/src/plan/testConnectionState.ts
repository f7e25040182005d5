import type { ConnectionSource } from '../kmsConnection/connectionSource';
import type { ConfigMap } from '../kubernetes/objects';
import type { ConnectionState } from './connectionState';
import { metaOf } from './testState';

/** A ConfigMap of `rook-ceph` with these entries as JSON, or texts as they are. */
export function mapOf(
  entries: Record<string, unknown>,
  name = 'csi-kms-connection-details',
): ConfigMap {
  const data = Object.fromEntries(
    Object.entries(entries).map(([id, entry]) => [
      id,
      typeof entry === 'string' ? entry : JSON.stringify(entry),
    ]),
  );
  const meta = metaOf(name, { namespace: 'rook-ceph', resourceVersion: '7' });
  return { kind: 'ConfigMap', meta, data };
}

/** Ceph CSI that reads its connections through the API. */
export const FROM_API: ConnectionSource = {
  style: 'config-map',
  configMap: 'csi-kms-connection-details',
  basis: 'workloads',
  differs: false,
  evidence: 'Seen.',
  reasons: [],
};

/** Ceph CSI that has a file mounted. */
export const FROM_FILE: ConnectionSource = {
  ...FROM_API,
  style: 'mounted-file',
  configMap: 'rook-ceph-csi-kms-config',
};

const KNOWN = new Map([
  ['https://vault.example:8200', 'vault'],
  ['https://other-name.example:8200', 'vault'],
  ['https://second.example:8200', 'second'],
]);

/** A cluster whose portal knows a Vault of two addresses and a second one. */
export function connectionStateOf(
  fields: Partial<ConnectionState> = {},
): ConnectionState {
  return {
    namespace: 'rook-ceph',
    source: FROM_API,
    volumes: [],
    storageClasses: [],
    snapshotContents: [],
    recordedTokens: [],
    serviceAccounts: [],
    tenantConfigMaps: [],
    kmsNameOf: address => KNOWN.get(address),
    ...fields,
  };
}

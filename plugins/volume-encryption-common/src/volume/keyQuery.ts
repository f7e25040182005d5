import { driverProfileOf } from '../driver/driverProfiles';
import { connectionInForce } from '../kmsConnection/connectionInForce';
import { keyLocation, keyValueVersion } from '../kmsConnection/keyLocation';
import { parseConnections } from '../kmsConnection/parseConnections';
import type { ConfigMap, PersistentVolume } from '../kubernetes/objects';
import type { Observed } from '../observation/observed';

/** Where to ask for a volume's key, or why there is nothing to ask. */
export type KeyQuery =
  | {
      /** Address of the Vault as the connection names it. */
      address: string;
      mount: string;
      name: string;
    }
  | { why: string };

/** Where to ask what a Vault says of the volume's key (its metadata only). */
export function keyQuery(input: {
  volume: PersistentVolume;
  /** The ConfigMap of KMS connections. */
  connections: Observed<ConfigMap | undefined>;
  /** The tenant's overrides, in the namespace of the volume's claim. */
  tenantConfigMap: Observed<ConfigMap | undefined>;
}): KeyQuery {
  const { volume, connections, tenantConfigMap } = input;
  const kmsId = kmsIdOf(volume);
  if (typeof kmsId !== 'string') return kmsId;
  if (connections.status === 'unknown') return { why: connections.detail };
  if (tenantConfigMap.status === 'unknown') {
    return { why: tenantConfigMap.detail };
  }
  const configured = connections.value && parseConnections(connections.value);
  const shared = configured?.connections.find(it => it.kmsId === kmsId);
  if (!shared) return { why: `There is no KMS connection "${kmsId}".` };
  const connection = connectionInForce(shared, tenantConfigMap.value);
  const location = keyLocation(connection, volume.csi?.volumeHandle ?? '');
  const address = connection.options.vaultAddress;
  if (!location) {
    return { why: `Keys of type "${connection.kmsType}" are not in a Vault.` };
  }
  if (!address) {
    return { why: `The KMS connection "${kmsId}" has no vaultAddress.` };
  }
  if (keyValueVersion(connection) === 'v1') {
    return { why: 'KV version 1 shows no metadata without the key itself.' };
  }
  return { address, ...location };
}

function kmsIdOf({ csi }: PersistentVolume): string | { why: string } {
  const profile = csi && driverProfileOf(csi.driver);
  if (!profile) return { why: 'The volume is not of a driver we know.' };
  const asked = profile.readEncryption(csi.attributes);
  if (asked.encryption !== 'block' && asked.encryption !== 'file') {
    return { why: 'The volume has no key that is known of.' };
  }
  if (!asked.kmsId || asked.kmsId === 'default') {
    return { why: 'The volume has no key of its own, only a shared one.' };
  }
  return asked.kmsId;
}

import { keyValueVersion } from '../kmsConnection/keyLocation';
import type { KeyCustody } from '../keyCustody/keyCustody';
import { resolveCustody } from '../keyCustody/keyCustody';
import type { ConfigMap, PersistentVolume } from '../kubernetes/objects';
import type { Observed } from '../observation/observed';
import { readEncryptionParameters } from '../storageClass/readEncryptionParameters';

/** Where to ask for a volume's key, or why there is nothing to ask. @public */
export type KeyQuery =
  | {
      /** Address of the Vault as the connection in force names it. */
      address: string;
      /** The KV v2 mount, with the Vault namespace in front where there is one. */
      mount: string;
      name: string;
    }
  | { why: string };

/**
 * Where to ask what a Vault says of the volume's key (its metadata only).
 *
 * @public
 */
export function keyQuery(input: {
  volume: PersistentVolume;
  /** The ConfigMap of KMS connections. */
  connections: Observed<ConfigMap | undefined>;
  /** The tenant's overrides, in the namespace of the volume's claim. */
  tenantConfigMap: Observed<ConfigMap | undefined>;
}): KeyQuery {
  const { csi } = input.volume;
  if (!csi) return { why: 'The volume is not made by a CSI driver.' };
  const { driver, attributes, volumeHandle } = csi;
  const asked = readEncryptionParameters(driver, attributes);
  return queryOf(resolveCustody({ ...input, asked, volumeHandle }));
}

function queryOf(custody: KeyCustody): KeyQuery {
  switch (custody.kind) {
    case 'vault': {
      const { connection, location } = custody;
      const address = connection.options.vaultAddress;
      if (!address) {
        return {
          why: `The KMS connection "${connection.kmsId}" has no vaultAddress.`,
        };
      }
      if (keyValueVersion(connection) === 'v1') {
        return {
          why: 'KV version 1 shows no metadata without the key itself.',
        };
      }
      return { address, ...location };
    }
    case 'broken':
    case 'unknown':
      return { why: custody.finding.message };
    case 'none':
      return { why: 'The volume is not encrypted, so it has no key.' };
    case 'shared':
      return { why: 'The volume has no key of its own, only a shared one.' };
    default:
      return {
        why: `Keys of type "${custody.connection.kmsType}" are not in a Vault.`,
      };
  }
}

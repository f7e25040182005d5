import {
  connectionInForce,
  cephDriverOf,
  findConnection,
  tenantObjectNames,
  unknown,
  valueOf,
  type KmsConnection,
  type TenantFacts,
} from 'backstage-plugin-volume-encryption-common';
import { find, observedIn, type ClusterSnapshot } from '../volumeIndex';
import type { ClusterFacts } from './clusterFacts';
import { configMapOf } from './connectionsOf';
import type { TokenPlace } from './tokenFacts';

const TENANT_TYPES = new Set(['vaulttokens', 'vaulttenantsa']);

export const NO_TENANT = unknown(
  'not-applicable',
  'The volume is not of a KMS connection with tenants.',
);

/** What the index knows of a tenant, and what else there is to ask for it. */
export interface TenantObjects extends Pick<
  TenantFacts,
  'configMap' | 'serviceAccount' | 'namespace'
> {
  /** Where its token is, if it needs one. */
  token?: TokenPlace;
  /** The connection in force, if it logs in with a ServiceAccount. */
  login?: KmsConnection;
}

/**
 * What the claim's namespace holds for the KMS connection of the volume, without
 * any call.
 */
export function tenantObjects(
  facts: ClusterFacts,
  snapshot: ClusterSnapshot,
): TenantObjects {
  const { namespace } = facts.claim.meta;
  const connection = connectionOf(facts);
  if (!connection || !TENANT_TYPES.has(connection.kmsType)) {
    return {
      configMap: observedIn(snapshot, snapshot.tables.ConfigMap, noObject),
      serviceAccount: NO_TENANT,
      namespace: NO_TENANT,
    };
  }
  const { configMap: name } = tenantObjectNames(connection);
  const configMap = configMapOf(snapshot, namespace, name);
  const inForce = connectionInForce(connection, valueOf(configMap));
  const names = tenantObjectNames(inForce);
  if (connection.kmsType === 'vaulttokens') {
    const token = {
      cluster: snapshot.cluster,
      namespace,
      name: names.tokenSecret,
      address: inForce.options.vaultAddress ?? '',
    };
    const none = { serviceAccount: NO_TENANT, namespace: NO_TENANT };
    return { configMap, ...none, token };
  }
  const account = accountIn(snapshot, namespace, names.serviceAccount);
  return { configMap, ...account, login: inForce };
}

/** A ServiceAccount with its namespace, as the index has them. */
export function accountIn(
  snapshot: ClusterSnapshot,
  namespace: string,
  name: string,
): Pick<TenantFacts, 'serviceAccount' | 'namespace'> {
  const { ServiceAccount, Namespace } = snapshot.tables;
  return {
    serviceAccount: observedIn(snapshot, ServiceAccount, table =>
      find(table, name, namespace),
    ),
    namespace: observedIn(snapshot, Namespace, table => find(table, namespace)),
  };
}

function noObject(): undefined {
  return undefined;
}

/** By the volume's record, or the class where there is no volume yet. */
function connectionOf(facts: ClusterFacts): KmsConnection | undefined {
  const volume = valueOf(facts.volume);
  const storageClass = valueOf(facts.storageClass);
  const [driver, record] = volume
    ? [volume.csi?.driver, volume.csi?.attributes]
    : [storageClass?.provisioner, storageClass?.parameters];
  const asked = cephDriverOf(driver ?? '')?.readEncryption(record ?? {});
  if (!asked || !('kmsId' in asked) || !asked.kmsId) return undefined;
  const found = findConnection(facts.connections, asked.kmsId);
  return 'connection' in found ? found.connection : undefined;
}

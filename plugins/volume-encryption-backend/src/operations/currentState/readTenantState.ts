import {
  observed,
  requireUsableConnection,
  tenantId,
  tenantMountPath,
  tenantObjectNames,
  type KmsConnection,
  type TenantState,
} from 'backstage-plugin-volume-encryption-common';
import type { Cluster } from 'backstage-plugin-volume-encryption-node';
import {
  deliveredCredential,
  handoverName,
  type Custody,
  type Tenant,
  type TenantCredentialStore,
} from '../../custody';
import { kmsSetup, type Systems } from '../../systems';
import { readConnections } from './readConnections';
import type { ReadContext } from './ReadContext';

/** What every request about a tenant names. */
export interface TenantRequest {
  cluster: string;
  namespace: string;
  kmsId: string;
}

/**
 * What the plan of a tenant's credential depends on, read from cluster and KMS
 * now. Secrets are looked at only where the connection is one for tokens, or one is
 * recorded, because only then the portal needs a right on them. With it the names
 * of the Secrets that tokens were delivered to, by the records.
 */
export async function readTenantState(
  request: TenantRequest,
  parts: { systems: Systems; credentials: TenantCredentialStore },
  context: ReadContext,
): Promise<TenantState & { recordedSecrets: ReadonlySet<string> }> {
  const cluster = parts.systems.cluster(request.cluster);
  const { now, signal } = context;
  const connections = observed(await readConnections(cluster, context), now);
  const { kmsId } = request;
  const { connection } = requireUsableConnection(connections, kmsId);
  const kms = parts.systems.kmsAt(connection.options.vaultAddress ?? '');
  const { namespace } = request;
  const id = tenantId(cluster.name, namespace);
  const path = tenantMountPath(kms.mountPrefix, id);
  const { credentials } = parts;
  const tenant = {
    cluster: cluster.name,
    namespace,
    kms: kms.name,
    tenantId: id,
  };
  const custody = { credentials, tokens: kms.tokens };
  const isWrapped = kms.custodyNames.tokenWrapTtl !== undefined;
  const recorded = await credentials.live(tenant);
  const hasToken = connection.kmsType === 'vaulttokens' || recorded.length > 0;
  const [mount, volumes, objects, token] = await Promise.all([
    kms.readMount(path, { signal }),
    cluster.reader.list('PersistentVolume', { signal }),
    readNamespace(connection, { cluster, namespace }, context),
    hasToken
      ? readToken(connection, { cluster, tenant, custody, isWrapped }, context)
      : {},
  ]);
  return {
    now,
    kms: {
      name: kms.name,
      mountPrefix: kms.mountPrefix,
      setup: kmsSetup(kms, cluster.name),
    },
    csiNamespace: cluster.csiNamespace,
    connections,
    recordedTokens: recorded.length,
    recordedSecrets: new Set(
      recorded.flatMap(({ secretName }) => secretName ?? []),
    ),
    mount,
    volumes,
    ...objects,
    ...token,
  };
}

async function readNamespace(
  connection: KmsConnection,
  { cluster, namespace }: { cluster: Cluster; namespace: string },
  { signal }: ReadContext,
) {
  const { reader } = cluster;
  const names = tenantObjectNames(connection);
  const inNamespace = (name: string) => ({ namespace, name, signal });
  const [namespaceObject, configMap, serviceAccount] = await Promise.all([
    reader.get('Namespace', { name: namespace, signal }),
    reader.get('ConfigMap', inNamespace(names.configMap)),
    reader.get('ServiceAccount', inNamespace(names.serviceAccount)),
  ]);
  return { namespace: namespaceObject, configMap, serviceAccount };
}

async function readToken(
  connection: KmsConnection,
  place: {
    cluster: Cluster;
    tenant: Tenant;
    custody: Custody;
    isWrapped: boolean;
  },
  { signal }: ReadContext,
) {
  const { cluster, tenant, custody, isWrapped } = place;
  const { namespace } = tenant;
  const { tokenSecret: name } = tenantObjectNames(connection);
  const read = (its: string) =>
    cluster.reader.get('Secret', { namespace, name: its, signal });
  const [secret, wrappedSecret] = await Promise.all([
    read(name),
    isWrapped ? read(handoverName(name)) : undefined,
  ]);
  const credential = await deliveredCredential(tenant, secret, custody);
  return { secret, wrappedSecret, credential };
}

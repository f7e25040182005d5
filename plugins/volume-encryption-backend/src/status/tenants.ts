import type { Entity } from '@backstage/catalog-model';
import {
  consentedOwner,
  parseConnections,
  tenantId,
  tenantObjectNames,
  valueOf,
  type KmsConnection,
  type Namespace,
  type TenantList,
  type TenantView,
} from 'backstage-plugin-volume-encryption-common';
import { annotatedPlace, consentingNamespaces } from '../tenancy';
import { all, find, inOrder, type ClusterSnapshot } from '../volumeIndex';
import { connectionsOf } from './connectionsOf';
import { clusterProblems } from './problems';
import { findSecret, type AskContext } from './secretFacts';
import type { Sources } from './Sources';
import { withDeadline } from './withDeadline';

/**
 * The namespaces of all clusters that serve an owner of the entity, within what
 * its annotations limit it to.
 */
export async function entityTenants(
  entity: Entity,
  sources: Sources,
): Promise<TenantList> {
  const place = annotatedPlace(entity);
  return tenantList(sources.index.snapshots(), sources, snapshot => {
    const consenting = new Set(consentingNamespaces(entity, snapshot));
    const isMeant = (name: string) =>
      (place.cluster ?? snapshot.cluster) === snapshot.cluster &&
      (place.namespace ?? name) === name;
    return ({ meta }) => consenting.has(meta.name) && isMeant(meta.name);
  });
}

/** Every namespace of a cluster; throws `unknown-cluster`. */
export async function clusterNamespaces(
  cluster: string,
  sources: Sources,
): Promise<TenantList> {
  const snapshot = sources.index.snapshot(cluster);
  return tenantList([snapshot], sources, () => () => true);
}

async function tenantList(
  snapshots: ClusterSnapshot[],
  sources: Sources,
  selector: (snapshot: ClusterSnapshot) => (namespace: Namespace) => boolean,
): Promise<TenantList> {
  const items = await withDeadline(deadline =>
    Promise.all(
      snapshots.flatMap(snapshot =>
        inOrder(all(snapshot.tables.Namespace))
          .filter(selector(snapshot))
          .map(it => tenantView(it, snapshot, { sources, deadline })),
      ),
    ),
  );
  const problems = snapshots.flatMap(snapshot =>
    clusterProblems(snapshot, ['Namespace', 'ConfigMap', 'ServiceAccount']),
  );
  return { items, problems };
}

async function tenantView(
  namespace: Namespace,
  snapshot: ClusterSnapshot,
  context: AskContext,
): Promise<TenantView> {
  const { name } = namespace.meta;
  const owner = consentedOwner(namespace);
  return {
    cluster: snapshot.cluster,
    namespace: name,
    id: tenantId(snapshot.cluster, name),
    owner,
    custodies: owner ? await custodiesIn(name, snapshot, context) : [],
  };
}

/** By the objects that some connection of the cluster looks for there. */
async function custodiesIn(
  namespace: string,
  snapshot: ClusterSnapshot,
  context: AskContext,
): Promise<TenantView['custodies']> {
  const configMap = valueOf(connectionsOf(snapshot));
  const connections = configMap ? parseConnections(configMap).connections : [];
  const found = await Promise.all(
    connections.map(it => credentialIn(namespace, it, { snapshot, context })),
  );
  return [...new Set(found.flat())];
}

async function credentialIn(
  namespace: string,
  connection: KmsConnection,
  where: { snapshot: ClusterSnapshot; context: AskContext },
): Promise<TenantView['custodies']> {
  const { snapshot, context } = where;
  const { serviceAccount, tokenSecret } = tenantObjectNames(connection);
  if (connection.kmsType === 'vaulttenantsa') {
    const accounts = snapshot.tables.ServiceAccount;
    return find(accounts, serviceAccount, namespace) ? ['vaulttenantsa'] : [];
  }
  if (connection.kmsType !== 'vaulttokens') return [];
  const place = { cluster: snapshot.cluster, namespace, name: tokenSecret };
  return valueOf(await findSecret(place, context)) ? ['vaulttokens'] : [];
}

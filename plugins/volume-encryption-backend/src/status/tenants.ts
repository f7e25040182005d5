import type { Entity } from '@backstage/catalog-model';
import {
  connectionInForce,
  consentedOwner,
  observed,
  parseConnections,
  projectOf,
  tenantId,
  tenantObjectNames,
  valueOf,
  type KmsConnection,
  type Namespace,
  type Observed,
  type SourceProblem,
  type TenantList,
  type TenantView,
} from 'backstage-plugin-volume-encryption-common';
import { annotatedPlace, consentingNamespaces } from '../tenancy';
import {
  all,
  find,
  inOrder,
  observedIn,
  type ClusterSnapshot,
} from '../volumeIndex';
import { configMapOf, connectionsOf, likelyConnections } from './connectionsOf';
import { clusterProblems, credentialProblem } from './problems';
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
  const tenants = await withDeadline(deadline =>
    Promise.all(
      snapshots.flatMap(snapshot => {
        const place = placeOf(snapshot);
        return inOrder(all(snapshot.tables.Namespace))
          .filter(selector(snapshot))
          .map(it => tenantOf(it, place, { sources, deadline }));
      }),
    ),
  );
  const problems = snapshots.flatMap(snapshot =>
    clusterProblems(snapshot, ['Namespace', 'ConfigMap', 'ServiceAccount']),
  );
  return {
    items: tenants.map(({ view }) => view),
    problems: [...problems, ...tenants.flatMap(it => it.problem ?? [])],
  };
}

/** A cluster with its KMS connections, looked up once for all its namespaces. */
interface TenantsPlace {
  snapshot: ClusterSnapshot;
  connections: readonly KmsConnection[];
  /** Whether it is known which ConfigMap they are read from. */
  isSourceKnown: boolean;
}

function placeOf(snapshot: ClusterSnapshot): TenantsPlace {
  const configMap = valueOf(likelyConnections(snapshot));
  const { connections } = parseConnections(configMap);
  const isSourceKnown = connectionsOf(snapshot).status === 'observed';
  return { snapshot, connections, isSourceKnown };
}

async function tenantOf(
  namespace: Namespace,
  place: TenantsPlace,
  context: AskContext,
): Promise<{ view: TenantView; problem?: SourceProblem }> {
  const { name } = namespace.meta;
  const { cluster } = place.snapshot;
  const id = tenantId(cluster, name);
  const owner = consentedOwner(namespace);
  const found = owner ? await custodiesIn(name, place, context) : [];
  const unread = found.find(({ isThere }) => isThere.status === 'unknown');
  const custodies = found
    .filter(({ isThere }) => valueOf(isThere))
    .map(({ custody }) => custody);
  const hasNone = owner !== undefined && !unread && place.isSourceKnown;
  const isKnown = custodies.length > 0 || hasNone;
  return {
    view: {
      ...{ cluster, namespace: name, id, owner },
      project: projectOf(namespace),
      custodies: isKnown ? [...new Set(custodies)] : undefined,
    },
    problem:
      unread && custodies.length === 0
        ? credentialProblem(id, unread.isThere)
        : undefined,
  };
}

interface FoundCustody {
  custody: NonNullable<TenantView['custodies']>[number];
  isThere: Observed<boolean>;
}

/** By the objects that some connection of the cluster looks for there. */
async function custodiesIn(
  namespace: string,
  { snapshot, connections }: TenantsPlace,
  context: AskContext,
): Promise<FoundCustody[]> {
  const found = await Promise.all(
    connections.map(it => custodyIn(namespace, it, { snapshot, context })),
  );
  return found.flat();
}

async function custodyIn(
  namespace: string,
  connection: KmsConnection,
  where: { snapshot: ClusterSnapshot; context: AskContext },
): Promise<FoundCustody[]> {
  const { snapshot, context } = where;
  const shared = tenantObjectNames(connection);
  const overrides = configMapOf(snapshot, namespace, shared.configMap);
  const { serviceAccount, tokenSecret } = tenantObjectNames(
    connectionInForce(connection, valueOf(overrides)),
  );
  const { kmsType: custody } = connection;
  if (custody === 'vaulttenantsa') {
    const accounts = snapshot.tables.ServiceAccount;
    const isThere = observedIn(
      snapshot,
      accounts,
      table => find(table, serviceAccount, namespace) !== undefined,
    );
    return [{ custody, isThere }];
  }
  if (custody !== 'vaulttokens') return [];
  const place = { cluster: snapshot.cluster, namespace, name: tokenSecret };
  const secret = await findSecret(place, context);
  const isThere =
    secret.status === 'observed'
      ? observed(secret.value !== undefined, secret.at)
      : secret;
  return [{ custody, isThere }];
}

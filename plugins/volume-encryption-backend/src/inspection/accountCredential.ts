import {
  connectionInForce,
  freshOf,
  judgeAccount,
  tenantObjectNames,
  type AccountFacts,
  type AccountJudgement,
  type ConfigMap,
  type Observed,
  type TenantCredentialView,
} from 'backstage-plugin-volume-encryption-common';
import { configMapOf } from '../status/connectionsOf';
import { loginFacts, type LoginContext } from '../status/loginFacts';
import { accountIn } from '../status/tenantObjects';
import type { ClusterSnapshot } from '../volumeIndex';
import { accountView } from './credentialView';
import type { FoundTenant } from './findTenants';
import { gravestFirst } from './gravestFirst';
import { namedByVolumes } from './tenantAt';
import { fittingConnections, type TenantConnection } from './tenantConnections';

/** What a namespace holds for Ceph CSI, by name. */
export interface NamespaceObjects {
  configMap(name: string): Observed<ConfigMap | undefined>;
  account(name: string): Pick<AccountFacts, 'serviceAccount' | 'namespace'>;
}

/** Where it is told from whether a tenant can log in. */
export interface AccountSources {
  snapshot: ClusterSnapshot;
  connections: readonly TenantConnection[];
  login: LoginContext;
  now: Date;
}

/** How a tenant with a ServiceAccount stands. */
export interface AccountCredential {
  view: TenantCredentialView;
  /** What it is told from; absent where no connection is known to judge by. */
  judgement?: AccountJudgement;
  /** The role that it was judged by. */
  role?: AccountFacts['role'];
}

/** As the index has them. */
export function indexedObjects(
  { namespace }: FoundTenant,
  snapshot: ClusterSnapshot,
): NamespaceObjects {
  return {
    configMap: name => configMapOf(snapshot, namespace, name),
    account: name => accountIn(snapshot, namespace, name),
  };
}

const NO_CONNECTION: TenantCredentialView = {
  kind: 'tenant-service-account',
  state: 'unknown',
  message:
    'No KMS connection that is known leads to its KMS by a ServiceAccount, so that where it logs in cannot be told. Set the connection back by the template "KMS connection", or see why it cannot be read.',
};

/**
 * Whether Ceph CSI can log in as a tenant with a ServiceAccount, judged as for
 * its volumes: by each connection that they name, the gravest; where there are
 * none, by that which serves it best.
 */
export async function accountCredential(
  tenant: FoundTenant,
  objects: NamespaceObjects,
  sources: AccountSources,
): Promise<AccountCredential> {
  const { snapshot, connections } = sources;
  const fitting = fittingConnections(tenant, connections);
  const named = namedByVolumes(tenant.namespace, snapshot, fitting);
  const meant = named.length > 0 ? named : fitting;
  const found = await Promise.all(
    meant.map(it => judgedBy(it, { tenant, objects, sources })),
  );
  const at = named.length > 0 ? 0 : -1;
  return (
    gravestFirst(found, ({ view }) => view).at(at) ?? { view: NO_CONNECTION }
  );
}

/** By what was seen lately: what was so at any earlier time may not be now. */
async function judgedBy(
  { connection, names }: TenantConnection,
  its: {
    tenant: FoundTenant;
    objects: NamespaceObjects;
    sources: AccountSources;
  },
): Promise<AccountCredential> {
  const { tenant, objects, sources } = its;
  const now = sources.now.toISOString();
  const overrides = freshOf(objects.configMap(names.configMap), now);
  if (overrides.status === 'unknown') {
    return { view: { ...NO_CONNECTION, message: overrides.detail } };
  }
  const inForce = connectionInForce(connection, overrides.value);
  const { serviceAccount: name } = tenantObjectNames(inForce);
  const { serviceAccount, namespace } = objects.account(name);
  const login = await loginFacts(inForce, tenant.cluster, sources.login);
  const facts = {
    serviceAccount: freshOf(serviceAccount, now),
    namespace: freshOf(namespace, now),
    role: freshOf(login.role, now),
    setUp: login.setUp,
  };
  const judgement = judgeAccount(name, inForce, facts);
  const view = accountView(judgement, facts);
  return { view, judgement, role: facts.role };
}

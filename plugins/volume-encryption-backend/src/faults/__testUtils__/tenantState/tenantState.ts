import type { CredentialRow } from '../../../custody/credentialRow';
import {
  kubernetesAdministrator,
  vaultCaller,
  type Body,
  type Call,
} from '../../../operations/__testUtils__/administrator';
import { at, textOf } from '../../../operations/__testUtils__/json';
import { clusterName } from '../../../operations/__testUtils__/OperationsUnderTest';
import { csiNamespace } from '../../../operations/__testUtils__/prepareCluster';
import { keepKey } from './keepKey';
import { itemsOf } from './itemsOf';
import type { Tenant } from './Tenant';

const MANAGER = 'backstage-volume-encryption';

/**
 * What is there of a tenant, on the cluster, in Vault and in the database, in
 * such a form that two tenants for whom the same was done are equal.
 */
export async function tenantState(tenant: Tenant) {
  const { namespace, under, knex } = tenant;
  const rows = await knex<CredentialRow>('tenant_credentials').where({
    namespace,
  });
  const kubernetes = kubernetesAdministrator(under);
  const tokens = await livingTokens(tenant);
  const isOf = (row: CredentialRow) => (token: Token) =>
    token.accessor === row.accessor && token.operation === row.id;
  const state = {
    namespace: await consentOf(kubernetes, namespace),
    connection: await connectionOf(kubernetes, namespace),
    objects: await objectsOf(kubernetes, namespace),
    mount: await mountOf(vaultCaller(under), namespace),
    /** Of what is not over. */
    credentials: rows
      .filter(row => row.state !== 'abandoned')
      .map(row => ({
        state: row.state,
        tokens: tokens.filter(isOf(row)).map(({ how }) => how),
      })),
    receipts: await receiptsOf(tenant),
    keysKept: await keepKey(tenant),
  };
  /** Living tokens that no row leads to. */
  const lost = tokens.filter(token => !rows.some(row => isOf(row)(token)));
  const named = lost.filter(token =>
    rows.some(row => row.id === token.operation && !row.accessor),
  );
  const text = JSON.stringify(state).replaceAll(namespace, '<tenant>');
  return { end: JSON.parse(text), lost: lost.length, named: named.length };
}

/** What was destroyed of the tenant, as its receipts tell. */
async function receiptsOf({ namespace, knex }: Tenant) {
  const rows = await knex('shred_receipts').where({
    tenant_id: `${clusterName}.${namespace}`,
  });
  return rows.map(({ body }) => {
    const { destroyed, mountRemoved } = JSON.parse(body);
    return { destroyed, mountRemoved };
  });
}

/** Whom the namespace serves, and that Ceph CSI is let into it. */
async function consentOf(kubernetes: Call, namespace: string) {
  const object = await kubernetes('GET', `/api/v1/namespaces/${namespace}`);
  const { labels, annotations } = Object(at(object, 'metadata'));
  return { labels, annotations };
}

/** The KMS connection of that id. */
async function connectionOf(kubernetes: Call, id: string) {
  const path = `/api/v1/namespaces/${csiNamespace}/configmaps`;
  const map = await kubernetes('GET', `${path}/csi-kms-connection-details`);
  return at(map, 'data', id);
}

async function objectsOf(kubernetes: Call, namespace: string) {
  const kinds = ['configmaps', 'serviceaccounts', 'secrets'];
  const paths = [...kinds, 'persistentvolumeclaims'].map(
    kind => `/api/v1/namespaces/${namespace}/${kind}`,
  );
  const lists = await Promise.all(
    [...paths, '/apis/storage.k8s.io/v1/storageclasses'].map(path =>
      kubernetes('GET', path),
    ),
  );
  return lists
    .flatMap(list => itemsOf(at(list, 'items')))
    .filter(object => isOfTenant(object, namespace))
    .map(shapeOf);
}

function isOfTenant(object: Body, namespace: string): boolean {
  const labels = at(object, 'metadata', 'labels');
  const place = [
    at(object, 'metadata', 'namespace'),
    at(object, 'metadata', 'name'),
  ];
  return (
    at(labels, 'app.kubernetes.io/managed-by') === MANAGER &&
    place.includes(namespace)
  );
}

/** Without what differs by its nature: ids, versions, times, and the token. */
function shapeOf(object: Body) {
  const fields = (it: Body) => Object.entries(Object(it));
  const isToken = (name: string) => name === 'token';
  return {
    name: at(object, 'metadata', 'name'),
    labels: at(object, 'metadata', 'labels'),
    data: fields(at(object, 'data')).map(([name, value]) =>
      isToken(name) ? [name] : [name, value],
    ),
    parameters: at(object, 'parameters'),
    asked: at(object, 'spec', 'resources'),
    storageClass: at(object, 'spec', 'storageClassName'),
  };
}

async function mountOf(vault: Call, namespace: string) {
  const mounts = await vault('GET', '/v1/sys/mounts');
  const mount = at(mounts, 'data', `csi/${clusterName}.${namespace}/`);
  return mount && [at(mount, 'type'), at(mount, 'options', 'version')];
}

interface Token {
  accessor: string;
  /** The credential that its meta names. */
  operation: string;
  how: { orphan: Body; path: Body; ends: boolean };
}

/** Every token in Vault that was made for the tenant and lives. */
async function livingTokens({ namespace, under }: Tenant): Promise<Token[]> {
  const vault = vaultCaller(under);
  const list = await vault('GET', '/v1/auth/token/accessors?list=true');
  const accessors = itemsOf(at(list, 'data', 'keys')).map(textOf);
  const path = '/v1/auth/token/lookup-accessor';
  const all = await Promise.all(
    accessors.map(accessor => vault('POST', path, { accessor })),
  );
  return all
    .map(it => at(it, 'data'))
    .filter(it => at(it, 'meta', 'namespace') === namespace)
    .map(it => ({
      accessor: textOf(at(it, 'accessor')),
      operation: textOf(at(it, 'meta', 'operation')),
      how: {
        orphan: at(it, 'orphan'),
        path: at(it, 'path'),
        ends: typeof at(it, 'expire_time') === 'string',
      },
    }));
}

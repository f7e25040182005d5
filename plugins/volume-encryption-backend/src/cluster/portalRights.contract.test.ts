import {
  createPortalIdentity,
  describeOnOwnTestbed,
  kubernetesApi,
  type JsonApi,
  type JsonRequest,
} from 'testbed';
import {
  clusterAs,
  type ClusterUnderTest,
} from './__testUtils__/ClusterUnderTest';

// The first test waits for the client to be loaded, some seconds of a busy machine.
jest.setTimeout(60_000);

const NAMESPACE = 'payments';
const HOME = `/api/v1/namespaces/${NAMESPACE}`;
const RBAC = '/apis/rbac.authorization.k8s.io/v1';
const get = (path: string): JsonRequest => ({ method: 'GET', path });
const remove = (path: string): JsonRequest => ({ method: 'DELETE', path });
const post = (path: string, body: object): JsonRequest => ({
  method: 'POST',
  path,
  body,
});
const KINDS = new Map([
  ['secrets', 'Secret'],
  ['configmaps', 'ConfigMap'],
  ['serviceaccounts', 'ServiceAccount'],
]);
const apply = (path: string): JsonRequest => {
  const [plural = '', name] = path.split('/').slice(-2);
  const kind = KINDS.get(plural);
  return {
    method: 'PATCH',
    path: `${path}?fieldManager=contract`,
    body: { apiVersion: 'v1', kind, metadata: { name } },
    contentType: 'application/apply-patch+yaml',
  };
};
const TOKENS_BINDING = `${RBAC}/clusterrolebindings/volume-encryption-portal-tenant-tokens`;

/**
 * What the portal's identity may not do, by real calls as it. On our own servers
 * only: a binding of the portal is taken away.
 */
describeOnOwnTestbed("the portal's rights", testbed => {
  let admin: JsonApi;
  let portal: JsonApi;
  let cluster: ClusterUnderTest;
  const make = (path: string, body: object) => admin.demand(post(path, body));

  beforeAll(async () => {
    const { kubernetes } = testbed();
    const { kubernetesToken } = await createPortalIdentity(testbed());
    admin = kubernetesApi(kubernetes);
    portal = kubernetesApi(kubernetes, kubernetesToken);
    const { url, caFile, adminToken } = kubernetes;
    const tokens = { admin: adminToken, portal: kubernetesToken, denied: '' };
    cluster = { url, caFile, tokens };
    await make('/api/v1/namespaces', { metadata: { name: NAMESPACE } });
    await make(`${HOME}/secrets`, {
      metadata: { name: 'ceph-csi-kms-token' },
      stringData: { token: 'canary-of-a-token' },
    });
    await make(`${HOME}/serviceaccounts`, {
      metadata: { name: 'ceph-csi-vault-sa' },
    });
    const spec = {
      accessModes: ['ReadWriteOnce'],
      resources: { requests: { storage: '1Gi' } },
    };
    const claim = { metadata: { name: 'data' }, spec };
    await make(`${HOME}/persistentvolumeclaims`, claim);
    await make('/api/v1/persistentvolumes', {
      metadata: { name: 'volume' },
      spec: {
        accessModes: ['ReadWriteOnce'],
        capacity: { storage: '1Gi' },
        hostPath: { path: '/nowhere' },
      },
    });
  });

  it.each<[string, JsonRequest]>([
    ['list the Secrets of the cluster', get('/api/v1/secrets')],
    ['list the Secrets of a namespace', get(`${HOME}/secrets`)],
    ['read another Secret', get(`${HOME}/secrets/other`)],
    ['delete another Secret', remove(`${HOME}/secrets/other`)],
    [
      'make a Secret by any other way than an apply of its name',
      post(`${HOME}/secrets`, { metadata: { name: 'ceph-csi-kms-token' } }),
    ],
    [
      'make a token that nodes are added by',
      apply('/api/v1/namespaces/kube-system/secrets/bootstrap-token-abcdef'),
    ],
    [
      'write who is administrator on EKS',
      apply('/api/v1/namespaces/kube-system/configmaps/aws-auth'),
    ],
    [
      'give an account of others a role of IAM',
      apply('/api/v1/namespaces/kube-system/serviceaccounts/default'),
    ],
    [
      'ask for a token of the tenant',
      post(`${HOME}/serviceaccounts/ceph-csi-vault-sa/token`, {
        spec: { audiences: ['vault'] },
      }),
    ],
    ['delete a claim', remove(`${HOME}/persistentvolumeclaims/data`)],
    ['delete all claims', remove(`${HOME}/persistentvolumeclaims`)],
    ['delete a volume', remove('/api/v1/persistentvolumes/volume')],
    ['delete a namespace', remove(HOME)],
    [
      'give itself a role in a namespace',
      post(`${RBAC}/namespaces/${NAMESPACE}/rolebindings`, {
        metadata: { name: 'more' },
        roleRef: {
          apiGroup: 'rbac.authorization.k8s.io',
          kind: 'ClusterRole',
          name: 'cluster-admin',
        },
      }),
    ],
    [
      'write a role of the cluster',
      post(`${RBAC}/clusterroles`, { metadata: { name: 'more' }, rules: [] }),
    ],
    ['take away a binding', remove(TOKENS_BINDING)],
  ])('does not let it %s', async (_, request) => {
    expect((await portal.send(request)).status).toBe(403);
  });

  it('lets it near the tenant Secret by the role for tokens only', async () => {
    const { reader, writer } = clusterAs(cluster, 'portal');
    const ref = { namespace: NAMESPACE, name: 'ceph-csi-kms-token' };
    const secret = await reader.get('Secret', ref);
    expect(secret?.meta.name).toBe('ceph-csi-kms-token');
    await admin.demand({ method: 'DELETE', path: TOKENS_BINDING });
    const denied = { code: 'cluster-denied' };
    // The API server follows bindings by a watch of its own.
    await until(async () => (await statusOf(portal)) === 403);
    await expect(reader.get('Secret', ref)).rejects.toMatchObject(denied);
    const uid = secret?.meta.uid ?? '';
    await expect(
      writer.delete({ kind: 'Secret', uid, ...ref }, {}),
    ).rejects.toMatchObject(denied);
    await expect(
      writer.apply(
        {
          apiVersion: 'v1',
          kind: 'Secret',
          metadata: ref,
          data: { token: btoa('another') },
        },
        {},
      ),
    ).rejects.toMatchObject(denied);
    await expect(
      writer.apply(
        {
          apiVersion: 'v1',
          kind: 'Secret',
          metadata: { namespace: NAMESPACE, name: 'new' },
        },
        {},
      ),
    ).rejects.toMatchObject(denied);
  });
});

async function statusOf(portal: JsonApi): Promise<number> {
  const path = `${HOME}/secrets/ceph-csi-kms-token`;
  return (await portal.send({ method: 'GET', path })).status;
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) {
    await new Promise(resolve => {
      setTimeout(resolve, 50);
    });
  }
}

import {
  createPortalIdentity,
  describeOnOwnTestbed,
  kubernetesApi,
  setUpTokenUnwrapper,
  type JsonApi,
} from 'testbed';
import { textAt } from '../network/valueAt';

jest.setTimeout(60_000);

const NAMESPACE = 'payments';
const HOME = `/api/v1/namespaces/${NAMESPACE}`;
const SYSTEM = '/api/v1/namespaces/kube-system';
const TOKEN = 'secrets/ceph-csi-kms-token';
const OVERRIDES = `${HOME}/configmaps/ceph-csi-kms-config`;
const CONNECTIONS_BINDING =
  '/apis/rbac.authorization.k8s.io/v1/clusterrolebindings/volume-encryption-portal-kms-connections';
const ACCOUNT_TOKEN = 'kubernetes.io/service-account-token';
const ACCOUNT_NAME = 'kubernetes.io/service-account.name';

/** A Secret that the token controller fills with the token of an account. */
function tokenOf(account: string, name = 'ceph-csi-kms-token') {
  const annotations = { [ACCOUNT_NAME]: account };
  const metadata = { name, annotations };
  return { apiVersion: 'v1', kind: 'Secret', type: ACCOUNT_TOKEN, metadata };
}

function overrides(data: Record<string, string>) {
  const metadata = { name: 'ceph-csi-kms-config' };
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata, data };
}

function apply(api: JsonApi, path: string, body: object, dryRun = false) {
  return api.send({
    method: 'PATCH',
    path: `${path}?fieldManager=contract${dryRun ? '&dryRun=All' : ''}`,
    body,
    contentType: 'application/apply-patch+yaml',
  });
}

/**
 * What `deploy/kubernetes/portal-admission.yaml` refuses to the portal and to the
 * program that unwraps tokens. On our own servers only: accounts with many rights
 * are made, and a binding of the portal is taken away.
 */
describeOnOwnTestbed('the writes of the portal are looked at', testbed => {
  let admin: JsonApi;
  let portal: JsonApi;
  let unwrapper: JsonApi;
  const make = (path: string, body: object) =>
    admin.demand({ method: 'POST', path, body });
  const statusOf = async (api: JsonApi, path: string) =>
    (await api.send({ method: 'GET', path })).status;

  beforeAll(async () => {
    const { kubernetes } = testbed();
    const { kubernetesToken } = await createPortalIdentity(testbed());
    const { accountToken } = await setUpTokenUnwrapper(testbed());
    admin = kubernetesApi(kubernetes);
    portal = kubernetesApi(kubernetes, kubernetesToken);
    unwrapper = kubernetesApi(kubernetes, accountToken);
    await make('/api/v1/namespaces', { metadata: { name: NAMESPACE } });
    await make(`${HOME}/serviceaccounts`, {
      metadata: { name: 'ceph-csi-vault-sa' },
    });
    // Policies are followed by a watch of the API server's own.
    for (const api of [portal, unwrapper]) {
      const attempt = tokenOf('default');
      await until(async () => {
        const path = `${SYSTEM}/${TOKEN}`;
        return (await apply(api, path, attempt, true)).status === 422;
      });
    }
  });

  it.each([
    ['the tenant', HOME, 'ceph-csi-vault-sa'],
    ['an account of the system', SYSTEM, 'default'],
  ])('neither is given the token of %s by a Secret', async (_, home, name) => {
    for (const api of [portal, unwrapper]) {
      const { status, body } = await apply(
        api,
        `${home}/${TOKEN}`,
        tokenOf(name),
      );
      expect(status).toBe(422);
      expect(textAt(body, 'message')).toContain('of the type Opaque only');
    }
    expect(await statusOf(admin, `${home}/${TOKEN}`)).toBe(404);
  });

  it.each([
    [200, 'secrets?fieldSelector=metadata.name%3Dceph-csi-kms-token-wrapped'],
    [403, 'secrets?fieldSelector=metadata.name%3Dother'],
    [403, 'secrets'],
    [403, 'namespaces'],
  ])('the program is answered %i on a list of all %s', async (status, what) => {
    expect(await statusOf(unwrapper, `/api/v1/${what}`)).toBe(status);
  });

  it('which whoever may write any Secret is given', async () => {
    const path = `${HOME}/secrets/anybody`;
    const body = tokenOf('ceph-csi-vault-sa', 'anybody');
    expect((await apply(admin, path, body)).status).toBe(201);
    await until(async () => {
      const { body: secret } = await admin.send({ method: 'GET', path });
      return textAt(secret, 'data', 'token') !== undefined;
    });
  });

  it('a Secret that is there is not made one of an account', async () => {
    const path = `${HOME}/${TOKEN}`;
    const plain = {
      apiVersion: 'v1',
      kind: 'Secret',
      type: 'Opaque',
      metadata: { name: 'ceph-csi-kms-token' },
    };
    expect((await apply(portal, path, plain)).status).toBe(201);
    const annotations = { [ACCOUNT_NAME]: 'ceph-csi-vault-sa' };
    const { name } = plain.metadata;
    const { status, body } = await apply(portal, path, {
      ...plain,
      metadata: { name, annotations },
    });
    expect(status).toBe(422);
    expect(textAt(body, 'message')).toContain('no Secret of a ServiceAccount');
  });

  it("the overrides say where a tenant's keys lie, and not in which KMS", async () => {
    const ours = { vaultBackend: 'kv-v2', vaultBackendPath: 'csi/a.payments' };
    const elsewhere = { ...ours, vaultAddress: 'https://elsewhere' };
    const refused = await apply(portal, OVERRIDES, overrides(elsewhere));
    expect(refused.status).toBe(422);
    expect(textAt(refused.body, 'message')).toContain('vaultBackendPath only');
    expect((await apply(portal, OVERRIDES, overrides(ours))).status).toBe(201);

    const merge = (api: JsonApi, data: object) =>
      api.send({
        method: 'PATCH',
        path: OVERRIDES,
        body: { data },
        contentType: 'application/merge-patch+json',
      });
    const theirs = { vaultAddress: 'https://theirs', vaultCAVerify: 'true' };
    expect((await merge(admin, theirs)).status).toBe(200);
    const path = { vaultBackendPath: 'csi/b.payments' };
    expect((await merge(portal, path)).status).toBe(200);
    for (const change of [
      { vaultAddress: 'https://elsewhere' },
      { vaultCAVerify: 'false' },
      { vaultNamespace: 'elsewhere' },
    ]) {
      expect((await merge(portal, change)).status).toBe(422);
    }
  });

  it('without its role the portal writes no KMS connection', async () => {
    const map = (name: string) => ({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name },
      data: { vault: '{"vaultAddress":"https://elsewhere"}' },
    });
    const write = async (name: string) => {
      const path = `${HOME}/configmaps/${name}`;
      return (await apply(portal, path, map(name))).status;
    };
    const names = [
      'csi-kms-connection-details',
      'ceph-csi-encryption-kms-config',
      'rook-ceph-csi-kms-config',
    ];
    for (const name of names) expect(await write(name)).toBe(201);
    await admin.demand({ method: 'DELETE', path: CONNECTIONS_BINDING });
    for (const name of names) {
      await until(async () => (await write(name)) === 403);
    }
  });
});

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) {
    await new Promise(resolve => {
      setTimeout(resolve, 50);
    });
  }
}

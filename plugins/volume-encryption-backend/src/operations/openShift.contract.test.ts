import { installCrds, kubernetesApi, type JsonApi } from 'testbed';
import type { OperationRequest } from 'backstage-plugin-volume-encryption-common';
import { kubernetesAdministrator } from './__testUtils__/administrator';
import { at } from './__testUtils__/json';
import {
  describeInSandbox,
  describeOnOurServers,
} from './__testUtils__/describeOnServers';
import { OpenShiftFront } from './__testUtils__/OpenShiftFront';
import {
  clusterName,
  type OperationsUnderTest,
} from './__testUtils__/OperationsUnderTest';
import { finishedTenant, tenantEnd } from './__testUtils__/tenantEnd';
import {
  clusterOf,
  workbench,
  type Workbench,
} from './__testUtils__/Workbench';

// The first test waits for the client to be loaded, some seconds of a busy machine.
jest.setTimeout(60_000);

const context = { requestedBy: 'user:default/ada' };
const OWNER = 'volume-encryption.backstage.io/owner';
const onboard = (namespace: string): OperationRequest => ({
  operation: 'tenant-onboard',
  cluster: clusterName,
  namespace,
  kmsId: 'vault-tenant-sa',
  owner: 'payments',
  createNamespace: true,
});

describeInSandbox('onboarding where projects are requested', under => {
  let front: OpenShiftFront;
  let bench: Workbench;
  let namespace: string;
  beforeEach(async () => {
    front = new OpenShiftFront(under());
    bench = await workbench(await front.start());
    namespace = `${bench.namespace}-new`;
  });
  afterEach(async () => {
    await bench.close();
    await front.stop();
  });
  const namespaceMade = async () => {
    const made = await bench.kubernetes(
      'GET',
      `/api/v1/namespaces/${namespace}`,
    );
    return at(made, 'metadata');
  };

  it('asks for one, and gives consent when all is in it', async () => {
    front.rights = {
      'create namespaces': false,
      'create projectrequests': true,
    };
    const plan = await bench.service().plan(onboard(namespace), context);
    expect(plan.steps[0].kind).toBe('request-project');
    expect(front.requested).toEqual([]);

    const { steps } = await bench.service().run(onboard(namespace), context);
    expect(steps.map(it => `${it.id} ${it.outcome}`)).toEqual([
      'namespace created',
      'mount created',
      'service-account created',
      'config-map created',
      'consent updated',
    ]);
    expect(front.requested).toEqual([namespace]);
    expect(await tenantEnd({ ...bench, namespace })).toEqual(finishedTenant);
    const meta = await namespaceMade();
    expect(at(meta, 'annotations')).toMatchObject({
      [OWNER]: 'group:default/payments',
      'openshift.io/requester': 'the-portal',
      'openshift.io/description': 'Encrypted volumes of group:default/payments',
    });
    expect(at(meta, 'labels')).toMatchObject({ 'csi-kms': 'enabled' });
    const again = await bench.service().run(onboard(namespace), context);
    expect(new Set(again.steps.map(it => it.outcome))).toEqual(
      new Set(['unchanged']),
    );
  });

  it('leaves the consent to others where it may not patch either', async () => {
    front.rights = {
      'create namespaces': false,
      'patch namespaces': false,
      'create projectrequests': true,
    };
    const result = await bench.service().run(onboard(namespace), context);
    expect(result.steps.map(({ id }) => id)).toEqual([
      'namespace',
      'mount',
      'service-account',
      'config-map',
    ]);
    expect(result.notes.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['project-admin', 'consent-left']),
    );
    const meta = await namespaceMade();
    expect(at(meta, 'annotations')).not.toHaveProperty([OWNER]);
    // The administrator has done what the note says.
    const administrator = kubernetesAdministrator(under());
    await administrator('PATCH', `/api/v1/namespaces/${namespace}`, {
      metadata: {
        labels: { 'csi-kms': 'enabled' },
        annotations: { [OWNER]: 'group:default/payments' },
      },
    });
    const again = await bench.service().run(onboard(namespace), context);
    expect(new Set(again.steps.map(it => it.outcome))).toEqual(
      new Set(['unchanged']),
    );
  });

  it('says beforehand that neither is allowed, and changes nothing', async () => {
    front.rights = {
      'create namespaces': false,
      'create projectrequests': false,
    };
    for (const act of ['plan', 'run'] as const) {
      const acted = bench.service()[act](onboard(namespace), context);
      await expect(acted).rejects.toMatchObject({
        code: 'cluster-denied',
        field: 'createNamespace',
      });
    }
    await expect(namespaceMade()).rejects.toThrow('404');
  });

  it('does not take the namespace of whoever was quicker', async () => {
    const { projects } = clusterOf(await front.start());
    const request = {
      apiVersion: 'project.openshift.io/v1',
      kind: 'ProjectRequest',
      metadata: { name: bench.namespace },
      description: '',
    } as const;
    front.rights = { 'create projectrequests': true };
    await expect(projects?.send(request, {})).rejects.toMatchObject({
      code: 'conflict',
    });
    front.rights = { 'create projectrequests': false };
    await expect(projects?.send(request, {})).rejects.toMatchObject({
      code: 'cluster-denied',
    });
    await expect(
      projects?.send({ ...request, metadata: { name: '../x' } }, {}),
    ).rejects.toMatchObject({ code: 'invalid-input' });
  });
});

const RBAC = '/apis/rbac.authorization.k8s.io/v1';

/** Rights, the group and all objects are the API server's; the request is played. */
describeOnOurServers(
  'onboarding on real servers, with requests for projects played',
  (under, testbed) => {
    let front: OpenShiftFront;
    let before: OperationsUnderTest;
    let bench: Workbench;
    let admin: JsonApi;
    beforeAll(async () => {
      admin = kubernetesApi(testbed().kubernetes);
      front = new OpenShiftFront(under());
      front.hasOwnGroup = true;
      before = await front.start();
      bench = await workbench(before);
    });
    afterAll(async () => {
      await bench?.close();
      await front?.stop();
    });

    it('has no requests where the group is not there', async () => {
      const { projects } = clusterOf(before);
      expect(await projects?.areServed({})).toBe(false);
      await installCrds(testbed(), 'openshift-projects.yaml');
      expect(await projects?.areServed({})).toBe(true);
    });

    it('takes no answer but a Project for one', async () => {
      await giveSelfProvisioner(admin);
      const { projects } = clusterOf(under());
      const sent = projects?.send(
        {
          apiVersion: 'project.openshift.io/v1',
          kind: 'ProjectRequest',
          metadata: { name: 'no-project' },
          description: '',
        },
        {},
      );
      await expect(sent).rejects.toMatchObject({
        code: 'cluster-unreachable',
        message: expect.stringContaining('did not answer with a Project'),
      });
    });

    it('goes by what RBAC says now', async () => {
      const named = (end: string) => onboard(`${bench.namespace}-${end}`);
      const kinds = async (end: string) => {
        const { steps } = await bench.service().plan(named(end), context);
        return steps.map(({ kind }) => kind);
      };
      expect((await kinds('a'))[0]).toBe('apply');
      await withoutNamespaces(admin, ['create']);
      await until(async () => (await kinds('a'))[0] === 'request-project');
      const { steps } = await bench.service().run(named('a'), context);
      expect(steps.at(-1)).toMatchObject({ id: 'consent', outcome: 'updated' });
      const namespace = `${bench.namespace}-a`;
      expect(await tenantEnd({ ...bench, namespace })).toEqual(finishedTenant);

      await withoutNamespaces(admin, ['create', 'patch']);
      await until(async () => (await kinds('b')).length === 4);
      const { notes } = await bench.service().run(named('b'), context);
      expect(notes.map(({ code }) => code)).toContain('consent-left');
    });
  },
);

/** As OpenShift has it, for the portal's ServiceAccount. */
async function giveSelfProvisioner(admin: JsonApi) {
  const name = 'self-provisioner';
  await admin.demand({
    method: 'POST',
    path: `${RBAC}/clusterroles`,
    body: {
      metadata: { name },
      rules: [
        {
          apiGroups: ['', 'project.openshift.io'],
          resources: ['projectrequests'],
          verbs: ['create'],
        },
      ],
    },
  });
  await admin.demand({
    method: 'POST',
    path: `${RBAC}/clusterrolebindings`,
    body: {
      metadata: { name: 'volume-encryption-portal-projects' },
      roleRef: {
        apiGroup: 'rbac.authorization.k8s.io',
        kind: 'ClusterRole',
        name,
      },
      subjects: [
        {
          kind: 'ServiceAccount',
          name: 'volume-encryption-portal',
          namespace: 'volume-encryption',
        },
      ],
    },
  });
}

/** Takes rights on namespaces from the portal's role. */
async function withoutNamespaces(admin: JsonApi, verbs: string[]) {
  const path = `${RBAC}/clusterroles/volume-encryption-portal`;
  const { body } = await admin.demand({ method: 'GET', path });
  const role = Object(body);
  const rules: { resources: string[]; verbs: string[] }[] = role.rules;
  const left = rules.map(rule =>
    rule.resources.join() === 'namespaces'
      ? { ...rule, verbs: rule.verbs.filter(it => !verbs.includes(it)) }
      : rule,
  );
  const kept = left.filter(rule => rule.verbs.length > 0);
  await admin.demand({ method: 'PUT', path, body: { ...role, rules: kept } });
}

/** The API server follows roles by a watch of its own. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) {
    await new Promise(resolve => {
      setTimeout(resolve, 100);
    });
  }
}

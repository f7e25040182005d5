import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { textAt, valueAt } from './access/fields';
import { createJsonApi } from './access/jsonApi';
import { kubernetesApi, vaultApi } from './access/ServerAccess';
import { describeOnOwnTestbed } from './describeOnTestbed';

jest.setTimeout(60_000);

const node = {
  metadata: { name: 'by-hand' },
  status: {
    allocatable: { cpu: '4', memory: '8Gi', pods: '10' },
    conditions: [{ type: 'Ready', status: 'True' }],
  },
};

const pod = {
  metadata: { name: 'placed' },
  spec: {
    containers: [{ name: 'main', image: 'none.invalid/none' }],
    tolerations: [{ operator: 'Exists' }],
  },
};

describeOnOwnTestbed('a testbed of our own', testbed => {
  const vault = () => vaultApi(testbed().vaultAddr, testbed().rootToken);
  const vaultHealth = async () =>
    (await vault().send({ method: 'GET', path: '/v1/sys/health' })).status;
  const readyz = () =>
    kubernetesApi(testbed().kubernetes).send({
      method: 'GET',
      path: '/readyz',
    });

  it('runs a ready API server of the pinned version', async () => {
    expect(await readyz()).toEqual({ status: 200, body: 'ok' });
    const { body } = await kubernetesApi(testbed().kubernetes).demand({
      method: 'GET',
      path: '/version',
    });
    expect(textAt(body, 'gitVersion')).toBe('v1.37.2');
  });

  it('keeps neither root token nor unseal keys in a file', () => {
    const folder = dirname(testbed().kubeconfig);
    const { rootToken, unsealKeys } = testbed();
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(it => it.isFile())
      .map(it => join(it.parentPath, it.name));
    expect(files.some(it => it.endsWith('vault.log'))).toBe(true);
    const kept = files.filter(it => {
      const content = readFileSync(it);
      return [rootToken, ...unsealKeys].some(key => content.includes(key));
    });
    expect(kept).toEqual([]);
  });

  it('runs the controllers: a new namespace gets its ServiceAccount', async () => {
    const api = kubernetesApi(testbed().kubernetes);
    await api.demand({
      method: 'POST',
      path: '/api/v1/namespaces',
      body: { metadata: { name: 'fresh' } },
    });
    const path = '/api/v1/namespaces/fresh/serviceaccounts/default';
    const account = await first(async () => {
      const { status, body } = await api.send({ method: 'GET', path });
      return status === 200 ? body : undefined;
    });
    expect(account).toMatchObject({ metadata: { namespace: 'fresh' } });
  });

  it('runs the scheduler: a Pod is placed on a Node made by hand', async () => {
    const api = kubernetesApi(testbed().kubernetes);
    await api.demand({ method: 'POST', path: '/api/v1/nodes', body: node });
    const pods = '/api/v1/namespaces/default/pods';
    await api.demand({ method: 'POST', path: pods, body: pod });
    const placedOn = await first(async () => {
      const path = `${pods}/placed`;
      const { body } = await api.demand({ method: 'GET', path });
      return valueAt(body, ['spec', 'nodeName']);
    });
    expect(placedOn).toBe('by-hand');
  });

  it('seals and unseals Vault', async () => {
    await testbed().controls.vault.seal();
    expect(await vaultHealth()).toBe(503);
    await testbed().controls.vault.unseal();
    expect(await vaultHealth()).toBe(200);
  });

  it('keeps the data of Vault over a restart', async () => {
    const policy = { path: '/v1/sys/policies/acl/kept' };
    const rule = 'path "kept/*" { capabilities = ["read"] }';
    await vault().demand({ ...policy, method: 'PUT', body: { policy: rule } });
    await testbed().controls.vault.stop();
    await expect(vaultHealth()).rejects.toThrow('ECONNREFUSED');
    await testbed().controls.vault.start();
    expect(await vaultHealth()).toBe(503);
    await testbed().controls.vault.unseal();
    const { body } = await vault().demand({ ...policy, method: 'GET' });
    expect(textAt(body, 'data', 'policy')).toBe(rule);
  });

  it('keeps the objects of the cluster over a restart', async () => {
    await testbed().controls.apiServer.stop();
    await expect(readyz()).rejects.toThrow('ECONNREFUSED');
    await testbed().controls.apiServer.start();
    const namespace = await kubernetesApi(testbed().kubernetes).send({
      method: 'GET',
      path: '/api/v1/namespaces/kube-system',
    });
    expect(namespace.status).toBe(200);
  });

  it('pauses the API server: it takes connections and is silent', async () => {
    const { url } = testbed().kubernetes;
    await testbed().controls.apiServer.pause();
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    await once(socket, 'connect');
    socket.destroy();
    const late = readyz();
    const soonest = await Promise.race([late, sleep(300, 'nothing')]);
    expect(soonest).toBe('nothing');
    await testbed().controls.apiServer.resume();
    expect(await late).toEqual({ status: 200, body: 'ok' });
  });

  it('compacts etcd: what came before is gone', async () => {
    const { url, compact } = testbed().controls.etcd;
    const etcd = createJsonApi({ url, headers: {} });
    const range = { method: 'POST', path: '/v3/kv/range' } as const;
    const key = Buffer.from('any').toString('base64');
    const { body } = await etcd.demand({ ...range, body: { key } });
    const revision = Number(textAt(body, 'header', 'revision')) - 1;
    const past = { ...range, body: { key, revision } };
    expect((await etcd.send(past)).status).toBe(200);
    await compact();
    expect(await etcd.send(past)).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining('has been compacted') },
    });
  });

  it('stops and starts the controllers', async () => {
    const folder = dirname(testbed().kubeconfig);
    await testbed().controls.controllers.stop();
    expect(processesNaming(folder)).toHaveLength(3);
    await testbed().controls.controllers.start();
    expect(processesNaming(folder)).toHaveLength(5);
  });

  it('leaves no server and no data behind', async () => {
    const folder = dirname(testbed().kubeconfig);
    expect(processesNaming(folder)).toHaveLength(5);
    // Even those that are paused.
    await testbed().controls.vault.pause();
    await testbed().stop();
    expect(processesNaming(folder)).toEqual([]);
    expect(existsSync(folder)).toBe(false);
  });
});

/** Each of the five servers has the folder of its data in its command line. */
function processesNaming(folder: string): string[] {
  const { stdout } = spawnSync('ps', ['-eo', 'args'], { encoding: 'utf8' });
  return stdout
    .split('\n')
    .filter(line => line.includes(folder) && !line.includes('guard.mjs'));
}

/** The first answer there is; Jest's own time limit ends the wait. */
async function first(ask: () => Promise<unknown>): Promise<unknown> {
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await sleep(100);
  }
}

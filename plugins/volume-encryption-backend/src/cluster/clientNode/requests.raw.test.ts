import type * as ClientNode from '@kubernetes/client-node';
import { makeCertificate } from '../../network/__testUtils__/certificate';
import { rejectionOf } from '../../network/__testUtils__/allThatShows';
import {
  sendJson,
  startServer,
  type Answering,
  type TestServer,
} from '../../network/__testUtils__/startServer';
import { listOf } from '../__testUtils__/FaultyServers';

// The first test waits for the client to be loaded.
jest.setTimeout(60_000);

/**
 * Why requests go over `ApiServer`, with names that were looked at. What fails
 * here was mended there.
 */
describe('client-node itself still', () => {
  let client: typeof ClientNode;
  beforeAll(async () => {
    client = await import('@kubernetes/client-node');
  });

  const started: TestServer[] = [];
  afterEach(() =>
    Promise.all(started.splice(0).map(server => server.stop())).then(() => {}),
  );

  async function start(answering: Answering, tls?: typeof own) {
    const server = await startServer(answering, tls);
    started.push(server);
    return server;
  }
  const own = makeCertificate('kubernetes.example');
  const hello: Answering = (_, response) => sendJson(response, 200, listOf([]));
  function configOf(
    server: TestServer,
    change: Partial<ClientNode.Cluster> = {},
  ) {
    const config = new client.KubeConfig();
    const skipTLSVerify = server.url.startsWith('http:');
    const cluster = { name: 'c', server: server.url, skipTLSVerify, ...change };
    config.loadFromClusterAndUser(cluster, { name: 'u', token: 'canary' });
    return config;
  }
  const core = (server: TestServer) =>
    configOf(server).makeApiClient(client.CoreV1Api);

  it.each([
    ['', '/api/v1/namespaces/a/secrets'],
    ['.', '/api/v1/namespaces/a/secrets'],
    ['..', '/api/v1/namespaces/a'],
  ])('deletes more than a Secret named %j', async (name, path) => {
    const server = await start(hello);
    await core(server).deleteNamespacedSecret({ name, namespace: 'a' });
    expect(server.requests).toMatchObject([{ method: 'DELETE', path }]);
  });

  it.each([
    ['.', '/api/v1/namespaces/a/configmaps'],
    ['..', '/api/v1/namespaces/a'],
  ])('deletes more than an object named %j', async (name, path) => {
    const server = await start((request, response) => {
      const resource = { kind: 'ConfigMap', name: 'configmaps' };
      const resources = [{ ...resource, namespaced: true, verbs: [] }];
      sendJson(response, 200, request.method === 'GET' ? { resources } : {});
    });
    const api = client.KubernetesObjectApi.makeApiClient(configOf(server));
    const metadata = { name, namespace: 'a' };
    await api.delete({ apiVersion: 'v1', kind: 'ConfigMap', metadata });
    const last = server.requests.at(-1);
    expect(last).toMatchObject({ method: 'DELETE', path });
  });

  it('greets an API server with a CA anew for every call', async () => {
    const server = await start(hello, own);
    const caData = Buffer.from(own.cert).toString('base64');
    const api = configOf(server, { caData }).makeApiClient(client.CoreV1Api);
    for (let i = 0; i < 20; i++) await api.listNamespace();
    expect(server.connections.opened).toBe(20);
  });

  it('follows a redirect to another host', async () => {
    const other = await start(hello);
    const server = await start(({ path }, response) =>
      response.writeHead(307, { location: other.url + path }).end(),
    );
    await core(server).listNamespace();
    expect(other.requests).toHaveLength(1);
  });

  it('does not ask again after 429', async () => {
    const server = await start((_, response) => {
      response.setHeader('retry-after', '0.01');
      sendJson(response, 429, { kind: 'Status' });
    });
    const error = await rejectionOf(core(server).listNamespace());
    expect(error).toMatchObject({ code: 429 });
    expect(server.requests).toHaveLength(1);
  });

  it('puts body and headers into the error', async () => {
    const server = await start((_, response) => {
      response.setHeader('x-any', 'canary-of-a-header');
      sendJson(response, 422, { message: 'canary-of-a-body' });
    });
    const error = await rejectionOf(core(server).listNamespace());
    expect(String(error)).toContain('canary-of-a-header');
    expect(String(error)).toContain('canary-of-a-body');
  });

  it('refuses plain HTTP unless TLS is not to be verified', async () => {
    const config = configOf(await start(hello), { skipTLSVerify: false });
    const list = config.makeApiClient(client.CoreV1Api).listNamespace();
    await expect(list).rejects.toThrow('HTTP protocol is not allowed');
  });

  describe('in its API for any kind', () => {
    const secret = { apiVersion: 'v1', kind: 'Secret' };
    const resource = { ...secret, name: 'secrets', namespaced: true };
    const knowing: Answering = ({ path }, response) => {
      if (path === '/api/v1') {
        sendJson(response, 200, { resources: [{ ...resource, verbs: [] }] });
        return;
      }
      sendJson(response, 200, {
        apiVersion: 'meta.k8s.io/v1',
        kind: 'PartialObjectMetadataList',
        metadata: { resourceVersion: '7', continue: 'more' },
        items: [],
      });
    };

    it('searches for the path of a kind by a request of its own', async () => {
      const server = await start(knowing);
      const api = client.KubernetesObjectApi.makeApiClient(configOf(server));
      await api.list('v1', 'Secret', 'a');
      const paths = server.requests.map(it => it.path);
      expect(paths).toEqual(['/api/v1', '/api/v1/namespaces/a/secrets']);
    });

    it('drops what a list of metadata goes on with', async () => {
      const server = await start(knowing);
      const api = client.KubernetesObjectApi.makeApiClient(configOf(server));
      const { metadata } = await api.list('v1', 'Secret', 'a');
      expect(metadata).toMatchObject({ resourceVersion: '7' });
      expect(JSON.stringify(metadata)).not.toContain('more');
    });

    it('sends by its own way whatever the options of a call say', async () => {
      const server = await start(knowing);
      const api = client.KubernetesObjectApi.makeApiClient(configOf(server));
      const elsewhere = client.createConfiguration({
        baseServer: new client.ServerConfiguration(server.url, {}),
        httpApi: client.wrapHttpLibrary({
          send: () => Promise.reject(new Error('the way of the call')),
        }),
      });
      const metadata = { name: 'b', namespace: 'a' };
      await api.read(
        { ...secret, metadata },
        undefined,
        undefined,
        undefined,
        elsewhere,
      );
      expect(server.requests).toHaveLength(2);
    });
  });
});

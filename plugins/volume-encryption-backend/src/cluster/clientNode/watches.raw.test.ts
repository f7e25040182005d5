import type * as ClientNode from '@kubernetes/client-node';
import type { ServerResponse } from 'node:http';
import {
  startServer,
  type Answering,
  type TestServer,
} from '../../network/__testUtils__/startServer';
import { addedLine } from '../__testUtils__/FaultyServers';

// The first test waits for the client to be loaded.
jest.setTimeout(60_000);

const PATH = '/api/v1/configmaps';

/** Why `watchObjects` is not built on the client's watch and informers. */
describe('client-node itself still', () => {
  let client: typeof ClientNode;
  beforeAll(async () => {
    client = await import('@kubernetes/client-node');
  });

  const started: TestServer[] = [];
  afterEach(() =>
    Promise.all(started.splice(0).map(server => server.stop())).then(() => {}),
  );

  async function start(answering: Answering) {
    const server = await startServer(answering);
    started.push(server);
    return server;
  }
  function configOf({ url: server }: TestServer) {
    const config = new client.KubeConfig();
    const cluster = { name: 'c', server, skipTLSVerify: true };
    config.loadFromClusterAndUser(cluster, { name: 'u', token: 'any' });
    return config;
  }
  const list = async (): Promise<
    ClientNode.KubernetesListObject<ClientNode.KubernetesObject>
  > => ({
    metadata: { resourceVersion: '7' },
    items: [],
  });
  const informerAt = (server: TestServer, listing = list) =>
    client.makeInformer<ClientNode.KubernetesObject>(
      configOf(server),
      PATH,
      listing,
    );
  const begin = (response: ServerResponse) => {
    response.writeHead(200);
    response.flushHeaders();
  };
  /** Names of what a watch told until the server ended it. */
  async function namesTold(server: TestServer) {
    const told: string[] = [];
    await new Promise<void>(resolve => {
      void new client.Watch(configOf(server)).watch(
        PATH,
        {},
        (_, object: ClientNode.KubernetesObject) => {
          told.push(object.metadata?.name ?? '');
        },
        () => resolve(),
      );
    });
    return told;
  }

  it('skips a line of a watch that it cannot read', async () => {
    const broken = '{"type":"ADDED","obj\n';
    const server = await start((_, response) =>
      response.end(addedLine('one', 8) + broken + addedLine('three', 10)),
    );
    expect(await namesTold(server)).toEqual(['one', 'three']);
  });

  it('follows a redirect of a watch to another host', async () => {
    const other = await start((_, response) =>
      response.end(addedLine('of-another', 8)),
    );
    const server = await start(({ path }, response) =>
      response.writeHead(307, { location: other.url + path }).end(),
    );
    expect(await namesTold(server)).toEqual(['of-another']);
  });

  it('asks for no bookmarks', async () => {
    const server = await start((_, response) => response.end());
    await namesTold(server);
    expect(server.requests[0].path).toBe(`${PATH}?watch=true`);
  });

  it('gives an informer up when its watch is cut, denied or fails', async () => {
    const troubles: Answering[] = [
      (_, response) => response.destroy(),
      (_, response) => response.writeHead(403).end(),
      (_, response) => response.writeHead(500).end(),
    ];
    const servers = await Promise.all(troubles.map(start));
    await Promise.all(
      servers.map(async server => {
        const informer = informerAt(server);
        const failed = new Promise(resolve => {
          informer.on('error', resolve);
        });
        await informer.start();
        await failed;
      }),
    );
    // Longer than its first pause would be.
    await new Promise(resolve => {
      setTimeout(resolve, 1500);
    });
    expect(servers.map(it => it.requests.length)).toEqual([1, 1, 1]);
  });

  it('gives an informer up when its list fails', async () => {
    const server = await start(() => {});
    const informer = informerAt(server, () =>
      Promise.reject(new Error('HTTP 500')),
    );
    const errors: unknown[] = [];
    informer.on('error', error => errors.push(error));
    await informer.start();
    expect(errors).toHaveLength(1);
    expect(server.requests).toEqual([]);
  });

  it('tells an error of an informer that was stopped, which revives it', async () => {
    const server = await start((_, response) => begin(response));
    const informer = informerAt(server);
    const revived = new Promise<void>(resolve => {
      // As its own documentation shows it.
      informer.on('error', () => {
        void informer.start().then(resolve);
      });
    });
    await informer.start();
    await informer.stop();
    await revived;
    expect(server.requests.length).toBeGreaterThan(1);
    informer.off('error', () => {});
  });

  it('goes on with an informer that was stopped while it connects', async () => {
    let stop = async () => {};
    const server = await start(async (_, response) => {
      await stop();
      begin(response);
      response.write(addedLine('late', 8));
    });
    const informer = informerAt(server);
    stop = () => informer.stop();
    const told = new Promise<ClientNode.KubernetesObject>(resolve => {
      informer.on('add', resolve);
    });
    informer.on('error', () => {});
    await informer.start();
    expect(await told).toMatchObject({ metadata: { name: 'late' } });
    await informer.stop();
  });
});

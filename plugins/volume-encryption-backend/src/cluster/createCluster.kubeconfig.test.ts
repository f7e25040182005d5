import { writeFileSync } from 'node:fs';
import http from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createAuthority } from 'testbed';
import {
  allThatShows,
  rejectionOf,
} from '../network/__testUtils__/allThatShows';
import { sendJson, type Answering } from '../network/__testUtils__/startServer';
import { temporaryFolder } from '../network/__testUtils__/temporaryFolder';
import { FaultyServers, listOf } from './__testUtils__/FaultyServers';
import { createCluster } from './createCluster';

// The first test waits for the client to be loaded.
jest.setTimeout(60_000);

describe('an API server that a kubeconfig leads to', () => {
  const authority = createAuthority('of the test');
  const issued = authority.issue({ hosts: ['127.0.0.1'] });
  const folder = temporaryFolder();
  const faulty = new FaultyServers();
  afterEach(() => faulty.stop());

  const list: Answering = (_, response) => sendJson(response, 200, listOf([]));
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  /** JSON is YAML. */
  function clusterBy(cluster: object, user: object, name = 'any') {
    const config = {
      'current-context': 'c',
      contexts: [{ name: 'c', context: { cluster: 'c', user: 'u' } }],
      clusters: [{ name: 'c', cluster }],
      users: [{ name: 'u', user }],
    };
    return createCluster({
      name,
      connection: {
        kind: 'kubeconfig',
        file: file(name, JSON.stringify(config)),
      },
      csiNamespace: 'rook-ceph',
      timeoutMs: 5_000,
      maxConnections: 16,
    }).reader;
  }
  const saying = (shell: string) => ({
    exec: {
      apiVersion: 'client.authentication.k8s.io/v1',
      interactiveMode: 'Never',
      command: 'sh',
      args: ['-c', shell],
    },
  });
  const caFile = () => file('ca.pem', authority.certificate);

  it('shows nothing of what a credential plugin prints', async () => {
    const server = await faulty.start(list);
    const user = saying('echo canary; echo canary >&2; exit 1');
    const reader = clusterBy({ server: server.url }, user);
    const error = await rejectionOf(reader.list('ConfigMap', {}));
    expect(error).toMatchObject({
      code: 'cluster-unreachable',
      message: expect.stringContaining('credential plugin'),
    });
    expect(allThatShows(error)).not.toContain('canary');
    expect(server.requests).toEqual([]);
  });

  it('gets the credential of its own plugin, though users are named alike', async () => {
    const server = await faulty.start(list);
    for (const token of ['first', 'second']) {
      const credential = {
        apiVersion: 'client.authentication.k8s.io/v1',
        kind: 'ExecCredential',
        status: { token },
      };
      const user = saying(`echo '${JSON.stringify(credential)}'`);
      const reader = clusterBy({ server: server.url }, user, token);
      await reader.list('ConfigMap', {});
    }
    expect(server.requests.map(it => it.headers.authorization)).toEqual([
      'Bearer first',
      'Bearer second',
    ]);
  });

  it('is expected under the name that the kubeconfig has', async () => {
    const named = authority.issue({ hosts: ['kubernetes.example'] });
    const { url: server } = await faulty.start(list, named);
    const ca = { 'certificate-authority': caFile() };
    const user = { token: 'any' };
    const right = { server, ...ca, 'tls-server-name': 'kubernetes.example' };
    expect(await clusterBy(right, user).list('ConfigMap', {})).toEqual([]);
    await expect(
      clusterBy({ server, ...ca }, user).list('ConfigMap', {}),
    ).rejects.toMatchObject({
      message: expect.stringContaining('for another name'),
    });
  });

  const own = authority.issue({ hosts: ['portal'] });
  const { key: otherKey } = authority.issue({ hosts: ['portal'] });
  it.each([
    ['certificate', { cert: 'canary', key: own.key }],
    ['key', { cert: own.cert, key: 'canary' }],
    ['key, which is of another certificate', { cert: own.cert, key: otherKey }],
  ])('is not asked with a malformed %s', async (_, { cert, key }) => {
    const server = await faulty.start(list, issued);
    const reader = clusterBy(
      { server: server.url, 'certificate-authority': caFile() },
      {
        'client-certificate': file('cert.pem', cert),
        'client-key': file('key.pem', key),
      },
    );
    const error = await rejectionOf(reader.list('ConfigMap', {}));
    expect(error).toMatchObject({
      code: 'cluster-unreachable',
      message: expect.stringContaining('certificate and key'),
    });
    expect(allThatShows(error)).not.toContain('canary');
    expect(server.connections.opened).toBe(0);
  });

  it('bears through a proxy, too, that its authority is replaced', async () => {
    const other = createAuthority('its successor');
    const proxy = http.createServer().on('connect', ({ url }, socket) => {
      const [host, port] = (url ?? '').split(':');
      const onward = connect(Number(port), host, () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        onward.pipe(socket).pipe(onward);
      });
      onward.on('error', () => socket.destroy());
      socket.on('error', () => onward.destroy());
    });
    await new Promise<void>(resolve => {
      proxy.listen(0, '127.0.0.1', resolve);
    });
    const { port }: AddressInfo = Object(proxy.address());
    const server = await faulty.start(list, issued);
    const reader = clusterBy(
      {
        server: server.url,
        'certificate-authority': caFile(),
        'proxy-url': `http://127.0.0.1:${port}`,
      },
      { token: 'any' },
    );
    const ask = () => reader.list('ConfigMap', {});
    expect(await ask()).toEqual([]);
    server.renew(other.issue({ hosts: ['127.0.0.1'] }));
    await expect(ask()).rejects.toMatchObject({ code: 'cluster-unreachable' });
    file('ca.pem', other.certificate);
    expect(await ask()).toEqual([]);
    proxy.close();
    proxy.closeAllConnections();
  });
});

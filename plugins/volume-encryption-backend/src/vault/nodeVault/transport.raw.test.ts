import { inspect } from 'node:util';
import nodeVault from 'node-vault';
import { makeCertificate } from '../../network/__testUtils__/certificate';
import { rejectionOf } from '../../network/__testUtils__/allThatShows';
import {
  sendJson,
  startServer,
  type Answering,
  type TestServer,
} from '../../network/__testUtils__/startServer';

/**
 * Why `VaultTransport` carries node-vault's requests, by its hook
 * `request-promise`. What fails here was mended there.
 */
describe('node-vault itself still', () => {
  const started: TestServer[] = [];
  const environment = { ...process.env };
  afterEach(async () => {
    process.env = { ...environment };
    await Promise.all(started.splice(0).map(server => server.stop()));
  });

  async function start(answering: Answering, tls?: typeof own) {
    const server = await startServer(answering, tls);
    started.push(server);
    return server;
  }
  const own = makeCertificate('vault.example');
  const hello: Answering = (_, response) => sendJson(response, 200, {});
  const client = (server: TestServer, options: nodeVault.VaultOptions = {}) =>
    nodeVault({ endpoint: server.url, token: 'canary-token', ...options });

  it('says that a write was well which a redirect has lost (6)', async () => {
    const server = await start(({ path }, response) => {
      const there = !path.includes('//');
      response.writeHead(there ? 200 : 301, { location: '/v1/secret/foo' });
      response.end('{}');
    });
    await client(server).write('secret//foo', { any: 'thing' });
    const last = server.requests.at(-1);
    expect(last).toMatchObject({ method: 'GET', body: '' });
  });

  it('puts token and body into the error when nobody listens (8)', async () => {
    const server = await start(hello);
    await server.stop();
    const write = client(server).write('any', { key: 'canary-of-a-share' });
    const shown = JSON.stringify(await rejectionOf(write));
    expect(shown).toContain('canary-token');
    expect(shown).toContain('canary-of-a-share');
  });

  it('logs bodies (9)', async () => {
    const lines: string[] = [];
    const debug = (...told: unknown[]) => lines.push(inspect(told));
    const vault = client(await start(hello), { debug });
    await vault.write('any', { key: 'canary-of-a-share' });
    expect(lines.join()).toContain('canary-of-a-share');
  });

  it('carries token and body to where it is redirected (10)', async () => {
    const other = await start(hello);
    const server = await start(({ path }, response) => {
      response.writeHead(307, { location: other.url + path });
      response.end();
    });
    await client(server).write('any', { key: 'canary-of-a-share' });
    expect(other.requests).toMatchObject([
      {
        headers: { 'x-vault-token': 'canary-token' },
        body: expect.stringContaining('canary-of-a-share'),
      },
    ]);
  });

  it('goes through a proxy of the environment (11)', async () => {
    const server = await start(hello);
    const proxy = await start(hello);
    Object.assign(process.env, { http_proxy: proxy.url, no_proxy: '' });
    await client(server).read('any');
    expect(proxy.requests[0].headers['x-vault-token']).toBe('canary-token');
    expect(server.requests).toEqual([]);
  });

  it('checks no certificate when VAULT_SKIP_VERIFY is "false" (12)', async () => {
    process.env.VAULT_SKIP_VERIFY = 'false';
    const server = await start(hello, own);
    await client(server).read('any');
    expect(server.requests).toHaveLength(1);
  });

  it('asks though the caller has stopped (13)', async () => {
    const server = await start(hello);
    await client(server).read('any', { signal: AbortSignal.abort() });
    expect(server.requests).toHaveLength(1);
  });

  it('greets a Vault with a CA anew for every call (14)', async () => {
    const server = await start(hello, own);
    const vault = client(server, { requestOptions: { ca: own.cert } });
    for (let i = 0; i < 20; i++) await vault.read('any');
    expect(server.connections.opened).toBe(20);
  });
});

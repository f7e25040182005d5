import nodeVault from 'node-vault';
import { rejectionOf } from '../../network/__testUtils__/allThatShows';
import {
  sendJson,
  startServer,
  type Answering,
  type TestServer,
} from '../../network/__testUtils__/startServer';

/** What our own session and transport do otherwise. */
describe('node-vault itself still', () => {
  let server: TestServer;
  afterEach(() => server.stop());

  async function at(answering: Answering) {
    server = await startServer(answering);
    return nodeVault({ endpoint: server.url, token: 'of-the-portal' });
  }
  const saying =
    (status: number, body: unknown): Answering =>
    (_, response) =>
      sendJson(response, status, body);

  it('loses the status of health (15)', async () => {
    const vault = await at(saying(503, { any: 'thing' }));
    expect(await vault.health()).toEqual({ any: 'thing' });
  });

  it('takes any path with sys/health in it for well (15)', async () => {
    const sealed = { errors: ['Vault is sealed'] };
    const vault = await at(saying(503, sealed));
    expect(await vault.read('secret/data/sys/health')).toEqual(sealed);
  });

  it('takes 202 for a failure (16)', async () => {
    const vault = await at(saying(202, { warnings: ['later'] }));
    await expect(vault.write('any', {})).rejects.toThrow('Status 202');
  });

  it('renews a token of 32 days again and again at once (19)', async () => {
    const auth = { lease_duration: 2_764_800, renewable: true };
    const vault = await at(saying(200, { auth }));
    const renewed = new Promise<void>(resolve => {
      let times = 0;
      vault.on('token:renewed', () => {
        if (++times === 3) resolve();
      });
    });
    await vault.startTokenRenewal({ ttl: auth.lease_duration });
    await renewed;
    vault.stopTokenRenewal();
    expect(server.requests.length).toBeGreaterThanOrEqual(3);
  });

  it('lists by a verb that servers of Node.js refuse (20)', async () => {
    const vault = await at(saying(200, {}));
    await expect(vault.list('any')).rejects.toThrow('Status 400');
    expect(server.requests).toEqual([]);
  });

  it('tells one of several errors, by no class of its own (22)', async () => {
    const vault = await at(saying(403, { errors: ['first', 'second'] }));
    const error = await rejectionOf(vault.read('any'));
    expect(error).toMatchObject({ name: 'Error', message: 'first' });
  });

  it('keeps a whole page that is not of Vault in its error (22)', async () => {
    const vault = await at((_, response) => {
      response.writeHead(502, { 'content-type': 'text/html' });
      response.end('<html>bad gateway</html>');
    });
    const error = await rejectionOf(vault.read('any'));
    expect(error).toMatchObject({
      message: 'Status 502',
      response: { body: '<html>bad gateway</html>' },
    });
  });
});

import type { ServerResponse } from 'node:http';
import {
  allThatShows,
  rejectionOf,
} from '../network/__testUtils__/allThatShows';
import { sendJson, type Answering } from '../network/__testUtils__/startServer';
import { FaultyVaults } from './__testUtils__/FaultyVaults';

describe('a Vault that misbehaves', () => {
  const vaults = new FaultyVaults();
  const environment = { ...process.env };
  afterEach(async () => {
    process.env = { ...environment };
    await vaults.stop();
  });

  const start = (answering: Answering) => vaults.start(answering);
  const kmsAt = (...those: Parameters<FaultyVaults['kms']>) =>
    vaults.kms(...those);

  const key = { mount: 'csi/a.b', name: 'volume' };
  const with200 = (response: ServerResponse, data: unknown) =>
    sendJson(response, 200, { data });

  it.each([
    ['kms-sealed', 503, { errors: ['Vault is sealed'] }],
    ['kms-sealed', 503, { errors: ['namespace is sealed'] }],
    ['kms-unreachable', 503, { errors: ['node is not active'] }],
    ['kms-unreachable', 500, { errors: ['internal error'] }],
    ['kms-denied', 403, { errors: ['permission denied'] }],
    ['kms-unreachable', 502, '<html>bad gateway</html>'],
    ['kms-unreachable', 404, '<html>no such page</html>'],
    ['kms-unreachable', 403, '<html>log in first</html>'],
    ['kms-unreachable', 200, '<html>welcome</html>'],
  ])('says %s for HTTP %d %j', async (code, status, body) => {
    const answering: Answering = (_, response) => {
      response.writeHead(status);
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    };
    const { kms } = await kmsAt(answering, { timeoutMs: 1_000 });
    const error = await rejectionOf(kms.describeKey(key, {}));
    expect(error).toMatchObject({ code });
    expect(allThatShows(error)).not.toContain('<html>');
  });

  it('asks within its own namespace, which it names once', async () => {
    const { server, kms } = await kmsAt(
      (_, response) =>
        with200(response, { current_version: 1, versions: { 1: {} } }),
      { namespace: 'team' },
    );
    const mount = 'team/csi/a.b';
    await kms.describeKey({ mount, name: 'ceph-csi/volume' }, {});
    const [{ path, headers }] = server.requests;
    expect(path).toBe('/v1/csi/a.b/metadata/ceph-csi/volume');
    expect(headers['x-vault-namespace']).toBe('team');
  });

  it('does not carry the token to where it is redirected', async () => {
    const other = await start((_, response) => with200(response, {}));
    const redirect: Answering = (request, response) => {
      response.writeHead(307, { location: other.url + request.path });
      response.end();
    };
    const { kms } = await kmsAt(redirect, { timeoutMs: 1_000 });
    await expect(kms.describeKey(key, {})).rejects.toMatchObject({
      code: 'kms-unreachable',
      message: expect.stringContaining('redirect'),
    });
    expect(other.requests).toEqual([]);
  });

  it('uses no proxy, token, namespace or address of the environment', async () => {
    const other = await start((_, response) => with200(response, {}));
    Object.assign(process.env, {
      http_proxy: other.url,
      HTTP_PROXY: other.url,
      VAULT_ADDR: other.url,
      VAULT_TOKEN: 'of-the-environment',
      VAULT_NAMESPACE: 'of-the-environment',
      VAULT_PREFIX: '/of-the-environment',
    });
    const { kms, server } = await kmsAt((_, response) =>
      sendJson(response, 200, { initialized: true, sealed: false }),
    );
    await kms.health({});
    expect(other.requests).toEqual([]);
    expect(server.requests[0].path).toMatch(/^\/v1\/sys\/health\?/);
    expect(server.requests[0].headers).not.toHaveProperty('x-vault-token');
    expect(JSON.stringify(server.requests)).not.toContain('environment');
  });

  it('gives up when nothing comes', async () => {
    const { kms } = await kmsAt(() => {}, { timeoutMs: 50 });
    await expect(kms.describeKey(key, {})).rejects.toMatchObject({
      code: 'timeout',
      message: expect.stringContaining('no answer within 50 ms'),
    });
  });

  it('gives up, or stops, when nothing comes of the login', async () => {
    const kubernetes = { method: 'kubernetes' as const, role: 'portal' };
    const login = { ...kubernetes, mountPath: 'm', tokenFile: __filename };
    const { kms } = await kmsAt(() => {}, { timeoutMs: 50, auth: login });
    // Two, of which only the first logs in.
    const asked = [kms.describeKey(key, {}), kms.describeKey(key, {})];
    const refused = await Promise.all(asked.map(rejectionOf));
    const timeout = expect.objectContaining({ code: 'timeout' });
    expect(refused).toEqual([timeout, timeout]);
    const stop = new AbortController();
    const { signal } = stop;
    const { kms: other } = await kmsAt(() => stop.abort(), { auth: login });
    await expect(other.describeKey(key, { signal })).rejects.toMatchObject({
      code: 'aborted',
    });
  });

  it('gives up when the rest of an answer does not come', async () => {
    const half: Answering = (_, response) => {
      response.writeHead(200, { 'content-length': 1000 });
      response.write('{"data":');
    };
    const { kms } = await kmsAt(half, { timeoutMs: 50 });
    await expect(kms.describeKey(key, {})).rejects.toMatchObject({
      code: 'timeout',
    });
  });

  it('stops when the caller does', async () => {
    const stop = new AbortController();
    const { kms } = await kmsAt(() => stop.abort());
    const { signal } = stop;
    await expect(kms.describeKey(key, { signal })).rejects.toMatchObject({
      code: 'aborted',
    });
  });

  it('says that nothing listens', async () => {
    const { kms, server } = await kmsAt(() => {});
    await server.stop();
    await expect(kms.describeKey(key, {})).rejects.toMatchObject({
      code: 'kms-unreachable',
      message: expect.stringContaining('nothing listens'),
    });
    expect(await kms.health({})).toMatchObject({
      state: 'unreachable',
      message: expect.stringContaining('nothing listens'),
    });
    expect(await kms.state({})).toBe('unreachable');
  });

  it('does not keep an endless answer in memory', async () => {
    let chunks = 0;
    const { kms } = await kmsAt((_, response) => {
      const more = () => {
        if (response.destroyed || chunks++ > 200) return;
        response.write(Buffer.alloc(1024 * 1024, ' '), more);
      };
      more();
    });
    await expect(kms.describeKey(key, {})).rejects.toMatchObject({
      message: expect.stringContaining('too large'),
    });
    expect(chunks).toBeLessThan(100);
  });

  it('keeps one connection for calls that follow each other', async () => {
    const { kms, server } = await kmsAt((_, response) =>
      with200(response, { current_version: 0, versions: {} }),
    );
    for (let i = 0; i < 50; i++) await kms.describeKey(key, {});
    expect(server.requests).toHaveLength(50);
    expect(server.connections.opened).toBe(1);
  });

  it('opens few connections for many calls at a time', async () => {
    const { kms, server } = await kmsAt((_, response) =>
      with200(response, { current_version: 0, versions: {} }),
    );
    const calls = Array.from({ length: 300 }, () => kms.describeKey(key, {}));
    await Promise.all(calls);
    expect(server.connections.most).toBe(16);
  });

  it.each([
    [400, ['Upgrading from non-versioned to versioned data.']],
    [412, ['required index state not present']],
    [429, ['request path "x": rate limit quota exceeded']],
  ])('asks again after HTTP %d %j', async (status, errors) => {
    let calls = 0;
    const { kms } = await kmsAt((_, response) => {
      if (calls++ < 2) sendJson(response, status, { errors });
      else with200(response, { current_version: 0, versions: {} });
    });
    expect(await kms.describeKey(key, {})).toEqual({ presence: 'absent' });
  });

  it('takes 202 for success', async () => {
    const { kms } = await kmsAt((_, response) =>
      sendJson(response, 202, { warnings: ['later'] }),
    );
    await expect(kms.tokens.revoke('accessor', {})).resolves.toBeUndefined();
  });

  it('shows nothing of token, request or answer, whatever goes wrong', async () => {
    const echo =
      (status: number): Answering =>
      (request, response) => {
        const errors = [`${JSON.stringify(request.headers)} ${request.body}`];
        sendJson(response, status, { errors, data: request });
      };
    const mishaps: Answering[] = [
      ...[400, 403, 404, 418, 500, 503].map(echo),
      (_, response) => response.destroy(),
      (request, response) => response.end(JSON.stringify(request.headers)),
      (request, response) => response.end(`no JSON: ${request.headers}`),
    ];
    for (const mishap of mishaps) {
      const { kms } = await kmsAt(mishap);
      const meta = { share: 'canary-of-an-unseal-share' };
      for (const call of [
        () => kms.describeKey(key, {}),
        () => kms.ensureMount('csi/a.b', {}),
        () => kms.tokens.mint({ tenantId: 'a.b', meta }, {}),
        () => kms.tokens.lookup('canary-of-an-accessor', {}),
      ]) {
        const shown: unknown = await call().catch(error => error);
        expect(allThatShows(shown)).not.toContain('canary');
      }
      expect(allThatShows(kms)).not.toContain('canary');
      expect(allThatShows(await kms.health({}))).not.toContain('canary');
    }
  });
});

import type { ServerResponse } from 'node:http';
import {
  sendJson,
  startServer,
  type TestServer,
} from '../network/__testUtils__/startServer';
import { createKms } from './createKms';

const RATE_LIMIT = ['request path "x": rate limit quota exceeded'];
const NO_LEADER = ['local node not active but active cluster node not found'];

describe('a call that Vault puts off', () => {
  let server: TestServer;
  /** What is answered before Vault does what it is asked to. */
  let putOff: ((response: ServerResponse) => void)[];
  const asked = (path: string) =>
    server.requests.filter(it => it.path === `/v1/${path}`).length;
  const refuse =
    (status: number, errors: string[], headers: Record<string, string> = {}) =>
    (response: ServerResponse) => {
      response.writeHead(status, headers);
      response.end(JSON.stringify({ errors }));
    };
  beforeEach(async () => {
    putOff = [];
    server = await startServer(({ path, method }, response) => {
      if (path.includes('/roles/')) {
        const data = { orphan: true, token_period: 3600 };
        return sendJson(response, 200, { data });
      }
      const answer = path === '/v1/sys/mounts' ? undefined : putOff.shift();
      if (answer) return answer(response);
      if (path.includes('/create/')) {
        const auth = { client_token: 't', accessor: 'a', lease_duration: 60 };
        return sendJson(response, 200, { auth });
      }
      if (method !== 'GET') return sendJson(response, 200, {});
      const data = { current_version: 0, versions: {} };
      return sendJson(response, 200, { data });
    });
  });
  afterEach(() => server.stop());

  const kms = (timeoutMs = 5_000) =>
    createKms({
      name: 'busy',
      address: server.url,
      otherAddresses: [],
      auth: { method: 'token', token: 'any' },
      mountPrefix: 'csi',
      tokenRole: 'csi-tenant',
      timeoutMs,
      maxConnections: 16,
    });
  const key = { mount: 'csi/a.b', name: 'volume' };
  const mint = (timeoutMs?: number) =>
    kms(timeoutMs).tokens.mint({ tenantId: 'a.b', meta: {} }, {});

  it.each<[number, string[]]>([
    [500, NO_LEADER],
    [503, ['no active Vault instance found']],
    [503, ['node is not active']],
    [502, []],
    [307, []],
  ])('is repeated after HTTP %d %j', async (status, errors) => {
    putOff = [refuse(status, errors), refuse(status, errors)];
    expect(await kms().describeKey(key, {})).toEqual({ presence: 'absent' });
    putOff = [refuse(status, errors)];
    expect(await kms().ensureMount('csi/a.b', {})).toBe('created');
    putOff = [refuse(status, errors)];
    await kms().tokens.revoke('accessor', {});
    expect(asked('auth/token/revoke-accessor')).toBe(2);
  });

  it.each<[number, string[]]>([
    [500, ['internal error']],
    [503, ['Vault is sealed']],
    [501, []],
  ])('is not repeated after HTTP %d %j', async (status, errors) => {
    putOff = [refuse(status, errors)];
    await expect(kms().describeKey(key, {})).rejects.toThrow();
    expect(asked('csi/a.b/metadata/volume')).toBe(1);
  });

  it.each<[number, string[]]>([
    [500, NO_LEADER],
    [502, []],
    [307, []],
  ])('never mints twice after HTTP %d %j', async (status, errors) => {
    putOff = [refuse(status, errors)];
    await expect(mint()).rejects.toMatchObject({ code: 'kms-unreachable' });
    expect(asked('auth/token/create/csi-tenant')).toBe(1);
  });

  it('mints after a rate limit, which lets nothing through', async () => {
    putOff = [refuse(429, RATE_LIMIT)];
    expect(await mint()).toMatchObject({ accessor: 'a', warnings: [] });
  });

  it('waits as long as Vault asks, if there is time for that', async () => {
    putOff = [refuse(429, RATE_LIMIT, { 'retry-after': '1' })];
    expect(await kms().describeKey(key, {})).toEqual({ presence: 'absent' });
    putOff = [refuse(429, RATE_LIMIT, { 'retry-after': '60' })];
    await expect(kms().describeKey(key, {})).rejects.toThrow('rate limit');
    expect(asked('csi/a.b/metadata/volume')).toBe(3);
  });

  it('ends by the deadline, and says why', async () => {
    putOff = Array(99).fill(refuse(429, RATE_LIMIT));
    await expect(kms(500).describeKey(key, {})).rejects.toMatchObject({
      code: 'kms-unreachable',
      message: expect.stringContaining('its rate limit is used up'),
    });
    putOff = Array(99).fill(refuse(503, ['node is not active']));
    await expect(kms(500).describeKey(key, {})).rejects.toMatchObject({
      code: 'kms-unreachable',
      message: expect.stringContaining('no active node at the moment'),
    });
  });
});

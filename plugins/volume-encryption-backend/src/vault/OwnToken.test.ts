import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sendJson } from '../network/__testUtils__/startServer';
import { temporaryFolder } from '../network/__testUtils__/temporaryFolder';
import { CANARY, configAt, FaultyVaults } from './__testUtils__/FaultyVaults';
import { OwnToken, ownTokens } from './OwnToken';

const DAY = 86_400;
const MINUTES = 60_000;

describe("the portal's own token", () => {
  const vaults = new FaultyVaults();
  const folder = temporaryFolder();
  afterEach(() => vaults.stop());

  const periodic = { accessor: 'a', ttl: DAY, creation_ttl: DAY };
  /** What lookup-self shows, and for how long a renewal is. */
  let shown: Record<string, unknown>;
  let lease: number;
  let refusal: number | undefined;
  let told: string[];
  beforeEach(() => {
    shown = { ...periodic, renewable: true, id: CANARY };
    lease = DAY;
    refusal = undefined;
    told = [];
  });

  async function start(change: Parameters<typeof configAt>[1] = {}) {
    const server = await vaults.start(({ path }, response) => {
      if (refusal) return sendJson(response, refusal, { errors: [CANARY] });
      if (path.endsWith('lookup-self')) {
        return sendJson(response, 200, { data: shown });
      }
      if (lease === 0) return sendJson(response, 400, { errors: [CANARY] });
      return sendJson(response, 200, { auth: { lease_duration: lease } });
    });
    const logger = {
      info: (text: string) => told.push(`info: ${text}`),
      warn: (text: string) => told.push(`warn: ${text}`),
    };
    const token = new OwnToken(configAt(server, change), logger);
    const renewals = () =>
      server.requests.filter(it => it.path.endsWith('renew-self')).length;
    return { server, token, renewals };
  }
  afterEach(() => {
    if (told.join().includes('canary')) throw new Error('the token was told');
  });

  it.each([
    ['new', DAY, 0],
    ['a second before its last third', DAY / 3 + 1, 0],
    ['at the beginning of its last third', DAY / 3, 1],
    ['a second in its last third', DAY / 3 - 1, 1],
    ['about to end', 1, 1],
  ])('is renewed at 2/3 of its time: %s', async (_, ttl, times) => {
    shown.ttl = ttl;
    const { token, renewals } = await start();
    await token.look();
    expect(renewals()).toBe(times);
    expect(told).toHaveLength(times);
    expect(told.join()).not.toContain('warn');
  });

  it('is looked at when it is time, and not more often', async () => {
    const { token } = await start();
    expect(await token.look()).toBe(5 * MINUTES);
    Object.assign(shown, { creation_ttl: 90, ttl: 50 });
    expect(await token.look()).toBe(20_000);
    lease = 90;
    shown.ttl = 3;
    expect(await token.look()).toBe(60_000);
    lease = 1;
    expect(await token.look()).toBe(1_000);
  });

  it('that does not end is left alone', async () => {
    Object.assign(shown, { ttl: 0, creation_ttl: 0, renewable: false });
    const { token, renewals } = await start();
    expect(await token.look()).toBe(5 * MINUTES);
    expect([renewals(), told]).toEqual([0, []]);
  });

  it('that is not renewable is told at once, and in its last third', async () => {
    shown.renewable = false;
    const { token, renewals } = await start();
    await token.look();
    await token.look();
    expect(told).toEqual([
      expect.stringMatching(
        /^warn: The portal's token for Vault "faulty" is not renewable and ends at 20.*Z: put another/,
      ),
    ]);
    shown.ttl = 60;
    await token.look();
    await token.look();
    expect(told).toHaveLength(2);
    expect(renewals()).toBe(0);
  });

  it.each([
    ['for no longer', 60],
    ['not at all', 0],
  ])('that is prolonged %s is told', async (_, seconds) => {
    shown.ttl = 60;
    lease = seconds;
    const { token } = await start();
    await token.look();
    expect(told).toEqual([
      expect.stringMatching(/^warn: .* cannot be prolonged and ends at 20/),
    ]);
  });

  it('that is not accepted any more is told once', async () => {
    const { token } = await start();
    refusal = 403;
    await token.look();
    await token.look();
    refusal = undefined;
    await token.look();
    refusal = 403;
    await token.look();
    const text = expect.stringMatching(/^warn: .* has ended or was revoked/);
    expect(told).toEqual([text, text]);
  });

  it('of a file that was replaced is looked at', async () => {
    const file = join(folder, 'token');
    const { token, server } = await start({
      auth: { method: 'token-file', file },
    });
    await token.look();
    expect(told).toEqual([expect.stringContaining(file)]);
    for (const text of [' one\n', 'two']) {
      writeFileSync(file, text);
      await token.look();
    }
    const used = server.requests.map(it => it.headers['x-vault-token']);
    expect(used).toEqual(['one', 'two']);
  });

  it('is followed until it is told to stop', async () => {
    const { token, server } = await start();
    const stop = new AbortController();
    const following = token.follow(stop.signal);
    while (server.requests.length === 0) await sleep(5);
    stop.abort();
    await following;
    expect(server.requests).toHaveLength(1);
  });

  it('is none where the portal logs in', () => {
    const address = { url: 'http://127.0.0.1:1' };
    const login = { role: 'r', mountPath: 'kubernetes', tokenFile: '/none' };
    const all = [
      configAt(address, { auth: { method: 'kubernetes', ...login } }),
      configAt(address, { auth: { method: 'token', token: CANARY } }),
      configAt(address, { auth: { method: 'token-file', file: '/none' } }),
    ];
    const logger = { info: () => {}, warn: () => {} };
    expect(ownTokens(all, logger)).toHaveLength(2);
  });
});

import { writeFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Kms } from 'backstage-plugin-volume-encryption-node';
import { createAuthority } from 'testbed';
import {
  sendJson,
  type Answering,
  type Received,
} from '../network/__testUtils__/startServer';
import { temporaryFolder } from '../network/__testUtils__/temporaryFolder';
import { FaultyVaults, kmsAt } from './__testUtils__/FaultyVaults';

describe('connections to a Vault', () => {
  const authority = createAuthority('of the test');
  const certificate = authority.issue({ hosts: ['127.0.0.1'] });
  const caFile = join(temporaryFolder(), 'ca.pem');
  const vaults = new FaultyVaults();
  beforeAll(() => writeFileSync(caFile, authority.certificate));
  afterEach(() => vaults.stop());

  const role = { orphan: true, token_period: 60 };
  const data = { ...role, current_version: 0, versions: {} };
  const auth = { client_token: 't', accessor: 'a', lease_duration: 60 };
  const answer: Answering = (_, response) =>
    sendJson(response, 200, { data, auth });
  const ask = (kms: Kms) =>
    kms.describeKey({ mount: 'csi/a.b', name: 'key' }, {});
  async function overTls() {
    const server = await vaults.start(answer, certificate);
    const limits = { maxConnections: 5, timeoutMs: 60_000 };
    return { server, kms: kmsAt(server, { caFile, ...limits }) };
  }

  it('are one for 200 calls in turn, over TLS', async () => {
    const { server, kms } = await overTls();
    for (let i = 0; i < 200; i++) await ask(kms);
    expect(server.connections).toEqual({ opened: 1, most: 1 });
  });

  it('are as many as configured for 300 calls at a time, over TLS', async () => {
    const { server, kms } = await overTls();
    await Promise.all(Array.from({ length: 300 }, () => ask(kms)));
    expect(server.requests).toHaveLength(300);
    expect(server.connections).toEqual({ opened: 5, most: 5 });
  });

  describe('that are kept and die', () => {
    const dead = new Set<Socket | null>();
    let died: (request: Received) => boolean;
    /** Answers once by a connection, if not told otherwise. */
    const once: Answering = (request, response) => {
      const { socket } = response;
      if (dead.has(socket) && died(request)) response.destroy();
      else answer(request, response);
      dead.add(socket);
    };
    beforeEach(() => {
      died = () => true;
    });

    it('by a reset cost no call that may be sent again', async () => {
      const { kms, server } = await vaults.kms(once);
      for (const call of [
        () => ask(kms),
        () => ask(kms),
        () => kms.tokens.lookup('accessor', {}),
        () => kms.tokens.revoke('accessor', {}),
      ]) {
        await call();
      }
      expect(server.connections.opened).toBe(4);
    });

    it('never make two tokens where one was asked for', async () => {
      const minting = ({ path }: Received) => path.includes('/create/');
      const { kms, server } = await vaults.kms(once);
      died = minting;
      await expect(
        kms.tokens.mint({ tenantId: 'a.b', meta: {} }, {}),
      ).rejects.toMatchObject({
        code: 'kms-unreachable',
        message: expect.stringContaining('it closed the connection'),
      });
      expect(server.requests.filter(minting)).toHaveLength(1);
    });

    it('without a word cost no call either', async () => {
      const { kms, server } = await vaults.kms(
        (request, response) => {
          const { socket } = response;
          if (!dead.has(socket)) answer(request, response);
          dead.add(socket);
        },
        { timeoutMs: 600 },
      );
      await ask(kms);
      // What was heard of a moment ago is not doubted.
      await sleep(1_100);
      await ask(kms);
      expect(server.connections.opened).toBe(2);
    });
  });
});

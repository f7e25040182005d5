import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TimelineEntry } from 'backstage-plugin-volume-encryption-common';
import { connect, startSandbox, type Sandbox } from 'sandbox';
import { startNewsPortal, type Told } from './__testUtils__/newsPortal';
import { sandboxConfig } from './__testUtils__/sandboxConfig';
import { eventually } from './__testUtils__/startPortal';
import { postgresFolder, startPostgres } from './__testUtils__/startPostgres';

jest.setTimeout(120_000);

type Portal = Awaited<ReturnType<typeof startNewsPortal>>;

const VOLUMES = '/entities/component/default/ledger/volumes';
const VOLUME = `${VOLUMES}/sandbox/payments/ledger-data`;
const TIMELINE = '/entities/component/default/ledger/timeline';

interface TestedDatabase {
  name: string;
  /** Whether several may write at the same time without waiting for ever. */
  isShared: boolean;
  start(): Promise<{ database: object; stop: () => Promise<unknown> }>;
}

async function sqlite() {
  const directory = await mkdtemp(path.join(tmpdir(), 'news-'));
  return {
    database: { client: 'better-sqlite3', connection: { directory } },
    stop: () => rm(directory, { recursive: true, force: true }),
  };
}

async function postgres() {
  const { connection, stop } = await startPostgres();
  return { database: { client: 'pg', connection }, stop };
}

const tested: TestedDatabase[] = [
  { name: 'SQLite', isShared: false, start: sqlite },
  ...(postgresFolder
    ? [{ name: 'PostgreSQL', isShared: true, start: postgres }]
    : []),
];

if (!postgresFolder) {
  it.todo('the same on PostgreSQL, which is not on this machine');
}

describe.each(tested)('news on $name', ({ isShared, start }) => {
  let sandbox: Sandbox;
  let kept: Awaited<ReturnType<TestedDatabase['start']>>;
  let portals: Portal[];

  /** A replica of the portal, or the same one after a restart. */
  async function startOne() {
    const portal = await startNewsPortal(sandboxConfig(sandbox), kept.database);
    portals.push(portal);
    return portal;
  }

  /** At the same time, or one after the other. */
  async function lookTogether(some: Portal[], times: number) {
    for (let left = times; left > 0; left--) {
      if (isShared) await Promise.all(some.map(it => it.look(1)));
      else for (const one of some) await one.look(1);
    }
  }

  function vault() {
    const { url, rootToken } = sandbox.vault;
    return connect({ url, headers: { 'x-vault-token': rootToken } });
  }

  async function accessors(): Promise<string[]> {
    const { body } = await vault()('GET', '/v1/auth/token/accessors?list=true');
    return JSON.parse(JSON.stringify(body)).data.keys;
  }

  async function keyOf(portal: Portal) {
    const { body } = await eventually(
      () => portal.get(VOLUME),
      ({ text }) => text.includes('"verdict":"ready"'),
    );
    return `/v1/csi/sandbox.payments/metadata/${body.volumeHandle}`;
  }

  beforeEach(async () => {
    portals = [];
    sandbox = await startSandbox({ seed: true });
    kept = await start();
  });
  afterEach(async () => {
    for (const portal of portals) await portal.stop();
    await kept?.stop();
    await sandbox?.stop();
  });

  it('tells of a lost key once, over many looks, a restart and two replicas', async () => {
    const first = await startOne();
    const key = await keyOf(first);
    await first.look(3);
    expect(await first.toldTo('ada')).toEqual([]);
    const { status } = await vault()('DELETE', key);
    expect(status).toBe(204);
    // That it was there is believed for some seconds.
    await eventually(
      async () => {
        await first.look(1);
        return first.toldTo('ada');
      },
      ({ length }) => length > 0,
    );
    await first.look(3);
    expect(titles(await first.toldTo('ada'))).toEqual([
      'Volume ledger-data would not mount again',
    ]);
    const second = await startOne();
    await lookTogether([first, second], 2);
    await first.stop();
    portals.shift();
    const third = await startOne();
    await lookTogether([third, second], 3);
    const told = await third.toldTo('ada');
    expect(titles(told)).toEqual(['Volume ledger-data would not mount again']);
    expect(told[0].updated).toBeFalsy();
    expect(await third.toldTo('ivo')).toEqual([]);
  });

  it('tells of a sealed KMS once to each whom it concerns, and not of each volume', async () => {
    const portal = await startOne();
    await keyOf(portal);
    await portal.look(3);
    await vault()('PUT', '/v1/sys/seal', {});
    // The KMS's state is asked for anew after some seconds.
    await eventually(
      () => portal.get('/kms'),
      ({ text }) => text.includes('"sealed"'),
    );
    await portal.look(4);
    for (const user of ['ada', 'pia']) {
      expect(titles(await portal.toldTo(user))).toEqual([
        'KMS vault is sealed',
      ]);
    }
    const [{ payload }] = await portal.toldTo('ada');
    expect(payload.link).toBe('/catalog/default/component/ledger/encryption');
    expect(payload.description).toMatch(/of your volumes/);
    expect(JSON.stringify(await portal.toldTo('ivo'))).not.toMatch(
      /payments|ledger/,
    );
    const { body } = await portal.get(TIMELINE);
    expect(body.items[0]).toMatchObject({
      ...{ kind: 'kms', what: 'kms', from: 'serving', to: 'sealed' },
      reasons: ['kms-sealed'],
    });
    expect(whatOf(body, 'volume')).not.toContain('remount');

    for (const key of sandbox.vault.unsealKeys) {
      await vault()('PUT', '/v1/sys/unseal', { key });
    }
    await eventually(
      () => portal.get('/kms'),
      ({ text }) => text.includes('"active"'),
    );
    await portal.look(3);
    const told = await portal.toldTo('ada');
    expect(titles(told)).toEqual(['KMS vault serves again']);
    expect(told[0].updated).toBeTruthy();
  });

  it('tells of a revoked credential once, and holds neither token nor accessor', async () => {
    const portal = await startOne();
    const before = await accessors();
    const { status } = await portal.post('/operations', {
      ...{ operation: 'tenant-secret', cluster: 'sandbox' },
      ...{ namespace: 'payments', kmsId: 'vault-tokens' },
    });
    expect(status).toBe(200);
    const [accessor] = (await accessors()).filter(it => !before.includes(it));
    await portal.look(3);
    await vault()('POST', '/v1/auth/token/revoke-accessor', { accessor });
    await portal.runTask('renew-tenant-tokens');
    const second = await startOne();
    await portal.look(3);
    await second.look(3);
    for (const user of ['ada', 'pia']) {
      expect(titles(await second.toldTo(user))).toEqual([
        'The credential of tenant payments on sandbox is not known to its KMS any more',
      ]);
    }
    expect(await second.toldTo('ivo')).toEqual([]);
    const answers = [
      await second.get('/tenants/sandbox/payments/timeline'),
      await second.get(TIMELINE),
    ];
    expect(answers[0].body.items[0]).toMatchObject({
      ...{ kind: 'tenant', what: 'credential', from: 'live', to: 'lost' },
    });
    const all = answers.map(({ text }) => text).join();
    const told = JSON.stringify(await second.toldTo('ada'));
    const secrets = [accessor, 'hvs.', sandbox.vault.rootToken];
    for (const secret of secrets) expect(all + told).not.toContain(secret);
  });

  it('has a timeline of the volume, and of the entity when the volume is gone', async () => {
    const portal = await startOne();
    await keyOf(portal);
    await portal.look(2);
    const { body } = await portal.get(`${VOLUME}/timeline?limit=1`);
    expect(body).toMatchObject({
      ...{ total: expect.any(Number), limit: 1, offset: 0, keptDays: 400 },
      items: [expect.anything()],
    });
    const whole = await portal.get(`${VOLUME}/timeline`);
    expect(whatOf(whole.body, 'volume')).toEqual(['first-seen']);
    const { url, tokens } = sandbox.kubernetes;
    const headers = { authorization: `Bearer ${tokens.admin}` };
    const claims = '/api/v1/namespaces/payments/persistentvolumeclaims';
    await connect({ url, headers })('DELETE', `${claims}/ledger-data`);
    const { status } = await eventually(
      () => portal.get(`${VOLUME}/timeline`),
      answer => answer.status === 404,
    );
    expect(status).toBe(404);
    await portal.look(1);
    const after = await portal.get(TIMELINE);
    expect(after.body.items[0]).toMatchObject({
      ...{ what: 'gone', claim: 'ledger-data' },
    });
    const others = '/entities/component/default/policies/timeline';
    expect((await portal.get(others)).text).not.toContain('ledger');
  });
});

function titles(told: Told[]) {
  return told.map(({ payload }) => payload.title);
}

function whatOf(page: { items: TimelineEntry[] }, kind: string) {
  return page.items.filter(it => it.kind === kind).map(({ what }) => what);
}

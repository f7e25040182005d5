import { mockServices } from '@backstage/backend-test-utils';
import type { ChangeSeen } from 'backstage-plugin-volume-encryption-common';
import knexFactory, { type Knex } from 'knex';
import path from 'node:path';
import { componentOf } from '../__testUtils__/startPortal';
import { postgresFolder, startPostgres } from '../__testUtils__/startPostgres';
import { VolumeIndex } from '../volumeIndex';
import { HistoryStore, Overtaken } from './HistoryStore';
import { Timelines } from './Timelines';

jest.setTimeout(60_000);

const AT = '2026-11-29T08:00:00.000Z';
const ledger = componentOf('ledger', 'payments');

const change = (changes: Partial<ChangeSeen> = {}): ChangeSeen => ({
  ...{ kind: 'volume', cluster: 'prod', namespace: 'payments', claim: 'a' },
  ...{ what: 'remount', from: 'ready', to: 'blocked' },
  reasons: ['key-missing'],
  entities: ['component:default/ledger'],
  ...changes,
});

const sqlite = async () => ({
  knex: knexFactory({
    client: 'better-sqlite3',
    connection: ':memory:',
    useNullAsDefault: true,
  }),
  stop: async () => {},
});

async function postgres() {
  const { connection, stop } = await startPostgres();
  return { knex: knexFactory({ client: 'pg', connection }), stop };
}

if (!postgresFolder) {
  it.todo('the same on PostgreSQL, which is not on this machine');
}

describe.each([
  { name: 'SQLite', start: sqlite },
  ...(postgresFolder ? [{ name: 'PostgreSQL', start: postgres }] : []),
])('the history on $name', ({ start }) => {
  let knex: Knex;
  let stop: () => Promise<void>;
  let store: HistoryStore;
  let timelines: Timelines;

  beforeAll(async () => {
    ({ knex, stop } = await start());
    const database = mockServices.database({
      knex,
      migrations: { skip: true },
    });
    const directory = path.resolve(__dirname, '../../migrations');
    await knex.migrate.latest({ directory });
    store = await HistoryStore.create({ database });
    const logger = mockServices.logger.mock();
    const index = new VolumeIndex({ clusters: [], logger });
    timelines = await Timelines.create({ database, index, keptDays: 400 });
  });
  afterAll(async () => {
    await knex?.destroy();
    await stop?.();
  });
  afterEach(async () => {
    for (const table of ['entities', 'changes', 'followed', 'news']) {
      await knex(`history_${table}`).delete();
    }
  });

  const write = async (parts: Partial<Parameters<typeof store.write>[1]>) =>
    store.write(await store.turn(), {
      ...{ followed: new Map(), changes: [], news: [], at: AT },
      ...parts,
    });

  const thingOf = (claim: string, remount: string) =>
    ({
      subject: {
        kind: 'volume',
        cluster: 'prod',
        namespace: 'payments',
        claim,
      },
      uid: 'uid',
      answers: { remount },
      pending: {},
    }) as const;

  async function allFollowed() {
    const all = [];
    for await (const page of store.followed()) all.push(...page);
    return new Map(all);
  }

  it('remembers many things, changes some and forgets others', async () => {
    const names = Array.from({ length: 1201 }, (_, at) => `claim-${at}`);
    const followed = new Map(
      names.map(name => [
        `volume/prod/payments/${name}`,
        thingOf(name, 'ready'),
      ]),
    );
    await write({ followed });
    expect(await allFollowed()).toEqual(followed);
    expect(await store.troubled()).toEqual(new Set());
    const [one, other] = [...followed.keys()];
    await write({
      followed: new Map([
        [one, undefined],
        [other, thingOf('claim-1', 'blocked')],
      ]),
    });
    const after = await allFollowed();
    expect(after.size).toBe(1200);
    expect(after.get(other)?.answers).toEqual({ remount: 'blocked' });
    expect(await store.troubled()).toEqual(new Set([other]));
  });

  it('lets one of two replicas write what both saw', async () => {
    const turn = await store.turn();
    const parts = { followed: new Map(), news: [], at: AT };
    const tries = await Promise.allSettled(
      [1, 2].map(() => store.write(turn, { ...parts, changes: [change()] })),
    );
    const failures = tries.flatMap(it =>
      it.status === 'rejected' ? [it.reason] : [],
    );
    expect(failures).toEqual([expect.any(Overtaken)]);
    expect(await store.turn()).toBe(turn + 1);
    const [{ count }] = await knex('history_changes').count({ count: '*' });
    expect(Number(count)).toBe(1);
  });

  it('writes nothing when a part of it cannot be written', async () => {
    const turn = await store.turn();
    const twice = ['component:default/ledger', 'component:default/ledger'];
    await expect(
      write({ changes: [change({ entities: twice })] }),
    ).rejects.toThrow('refused a statement');
    expect(await store.turn()).toBe(turn);
    expect(await knex('history_changes')).toEqual([]);
  });

  it("tells an entity's changes page by page, newest first, without a namespace that does not consent", async () => {
    const kms = { kind: 'kms', kms: 'vault', what: 'kms' } as const;
    const of = { cluster: undefined, namespace: undefined, claim: undefined };
    await write({
      changes: [change(), change({ ...kms, ...of, to: 'sealed' })],
    });
    await write({
      changes: [
        change({ ...kms, ...of, to: 'serving' }),
        change({ ...kms, ...of, entities: ['component:default/other'] }),
      ],
    });
    const page = await timelines.ofEntity(ledger, { limit: 1, offset: 0 });
    expect(page).toMatchObject({
      total: 2,
      limit: 1,
      offset: 0,
      keptDays: 400,
    });
    expect(page.items).toMatchObject([{ what: 'kms', to: 'serving' }]);
    const next = await timelines.ofEntity(ledger, { limit: 1, offset: 1 });
    expect(next.items).toMatchObject([
      { kind: 'kms', kms: 'vault', to: 'sealed', reasons: ['key-missing'] },
    ]);
  });

  it('says of what is gone to whom it belonged', async () => {
    await write({ changes: [change()] });
    await write({ changes: [change({ what: 'gone', entities: [] })] });
    expect(await knex('history_entities').select('entity_ref')).toEqual([
      { entity_ref: 'component:default/ledger' },
      { entity_ref: 'component:default/ledger' },
    ]);
  });

  it('forgets what is old, and nothing else', async () => {
    await write({ changes: [change()], at: '2025-01-01T00:00:00.000Z' });
    await write({ changes: [change({ to: 'at-risk' })] });
    await store.forget('2026-01-01T00:00:00.000Z');
    expect(await knex('history_changes').select('to')).toEqual([
      { to: 'at-risk' },
    ]);
    expect(await knex('history_entities')).toHaveLength(1);
  });
});

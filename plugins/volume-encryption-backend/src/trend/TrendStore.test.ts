import { mockServices } from '@backstage/backend-test-utils';
import type {
  CoverageGroup,
  RecordedDay,
} from 'backstage-plugin-volume-encryption-common';
import knexFactory, { type Knex } from 'knex';
import { postgresFolder, startPostgres } from '../__testUtils__/startPostgres';
import { TrendStore } from './TrendStore';

jest.setTimeout(60_000);

async function openSqlite() {
  const knex = knexFactory({
    client: 'better-sqlite3',
    connection: { filename: ':memory:' },
    useNullAsDefault: true,
  });
  return { knex, stop: () => knex.destroy() };
}

async function openPostgres() {
  const { connection, stop } = await startPostgres();
  const knex = knexFactory({ client: 'pg', connection });
  return { knex, stop: () => knex.destroy().then(stop) };
}

const TiB = 1024 ** 4;

function dayOf(changes: Partial<RecordedDay> = {}): RecordedDay {
  return {
    day: '2026-11-01',
    cluster: 'prod',
    isComplete: true,
    assessedAt: '2026-11-01T08:00:00.000Z',
    ...changes,
  };
}

function groupOf(changes: Partial<CoverageGroup> = {}): CoverageGroup {
  return {
    cluster: 'prod',
    owner: 'group:default/payments',
    protection: 'none',
    state: 'cannot-tell',
    volumes: 3,
    bytes: 3 * TiB,
    ...changes,
  };
}

const since = '2026-01-01';

const describeIfThere = postgresFolder ? describe : describe.skip;

describe('TrendStore on SQLite', () => {
  describeStore(openSqlite);
});

describeIfThere(
  'TrendStore on PostgreSQL, where its programs are on the PATH',
  () => {
    describeStore(openPostgres);
  },
);

function describeStore(
  open: () => Promise<{ knex: Knex; stop: () => Promise<void> }>,
) {
  let knex: Knex;
  let stop: () => Promise<void>;
  let store: TrendStore;

  beforeAll(async () => {
    ({ knex, stop } = await open());
    const database = mockServices.database({ knex });
    store = await TrendStore.create({ database });
  });
  beforeEach(async () => {
    await knex('coverage_counts').delete();
    await knex('coverage_days').delete();
  });
  afterAll(() => stop());

  it('records a day again in its place', async () => {
    await store.record(dayOf(), [
      groupOf(),
      groupOf({ protection: 'unknown' }),
      groupOf({ cluster: 'other' }),
    ]);
    const later = dayOf({ assessedAt: '2026-11-01T09:00:00.000Z' });
    await store.record(later, [groupOf({ volumes: 2, bytes: 1e17 })]);
    await store.record(later, [groupOf({ volumes: 2, bytes: 1e17 })]);
    expect(await store.read({ since })).toEqual({
      days: [later],
      counts: [
        {
          day: '2026-11-01',
          cluster: 'prod',
          protection: 'none',
          state: 'cannot-tell',
          volumes: 2,
          bytes: 1e17,
        },
      ],
    });
  });

  it('a cluster that could not be read leaves what was read that day', async () => {
    const dark = dayOf({ isComplete: false });
    await store.record(dark, [groupOf()]);
    expect(await store.read({ since })).toEqual({ days: [dark], counts: [] });
    await store.record(dayOf(), [groupOf()]);
    await store.record(dark, []);
    const { days, counts } = await store.read({ since });
    expect(days).toEqual([dayOf()]);
    expect(counts).toHaveLength(1);
  });

  it('sums owners, or gives those of one and of one cluster', async () => {
    const other = groupOf({ owner: '(none)', volumes: 4, bytes: TiB });
    await store.record(dayOf(), [groupOf(), other]);
    const dev = { cluster: 'dev' };
    await store.record(dayOf(dev), [groupOf(dev)]);
    const volumes = async (scope: object) =>
      (await store.read({ since, ...scope })).counts
        .map(it => `${it.cluster} ${it.volumes} ${it.bytes / TiB}`)
        .sort();
    expect(await volumes({})).toEqual(['dev 3 3', 'prod 7 4']);
    expect(await volumes({ owner: '(none)' })).toEqual(['prod 4 1']);
    expect(await volumes(dev)).toEqual(['dev 3 3']);
    expect((await store.read({ since, ...dev })).days).toEqual([dayOf(dev)]);
    expect(await store.read({ since: '2026-11-02' })).toEqual({
      days: [],
      counts: [],
    });
  });

  it('writes more groups than one statement takes', async () => {
    const groups = Array.from({ length: 1_000 }, (_, number) =>
      groupOf({ owner: `group:default/team-${number}` }),
    );
    await store.record(dayOf(), groups);
    const { counts } = await store.read({ since });
    expect(counts).toMatchObject([{ volumes: 3_000 }]);
  });

  it('forgets days with their counts', async () => {
    const next = dayOf({ day: '2026-11-02' });
    await store.record(dayOf(), [groupOf()]);
    await store.record(next, [groupOf()]);
    await store.forget([dayOf()]);
    expect(await store.days()).toEqual([next]);
    expect((await store.read({ since })).counts).toHaveLength(1);
  });

  it('tells of a failure without the words of the database', async () => {
    await expect(
      store.record(dayOf(), [groupOf({ volumes: Object(Symbol('bad')) })]),
    ).rejects.toThrow('refused a statement on "coverage_days"');
    expect(await store.days()).toEqual([]);
  });
}

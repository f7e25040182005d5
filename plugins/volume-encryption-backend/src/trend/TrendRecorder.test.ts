import { mockServices } from '@backstage/backend-test-utils';
import type { PlatformVolume } from 'backstage-plugin-volume-encryption-common';
import knexFactory, { type Knex } from 'knex';
import type { Survey } from '../overview/Survey';
import { Trends } from './Trends';
import { TrendRecorder } from './TrendRecorder';
import { TrendStore } from './TrendStore';

let knex: Knex;
let store: TrendStore;
beforeEach(async () => {
  knex = knexFactory({
    client: 'better-sqlite3',
    connection: { filename: ':memory:' },
    useNullAsDefault: true,
  });
  store = await TrendStore.create({
    database: mockServices.database({ knex }),
  });
});
afterEach(() => knex.destroy());

const volumeOf = (changes: Partial<PlatformVolume>) =>
  Object.assign(
    { cluster: 'prod', owner: 'group:default/a', ownerKnown: true },
    { protection: 'none', state: 'cannot-tell', size: '1Gi', ...changes },
  ) as PlatformVolume;

/** Records on this day what a survey of two clusters finds. */
async function record(day: string, survey: Partial<Survey> & { dark?: true }) {
  const { dark, volumes = [] } = survey;
  const assessedAt = `${day}T12:00:00.000Z`;
  const clusters = [
    { name: 'prod', incomplete: false, problems: [] },
    { name: 'dev', incomplete: dark === true, problems: [] },
  ];
  const surveys = {
    read: async () => ({
      ...{ assessedAt, clusters, volumes, revision: 1 },
      ...{ keyFindings: [], problems: [] },
    }),
  };
  const now = () => new Date(assessedAt);
  await new TrendRecorder({ store, surveys, now }).run();
}

const trendsOn = (day: string) =>
  new Trends({
    store,
    index: { snapshot: Object },
    now: () => new Date(`${day}T13:00:00.000Z`),
  });

it('records what is encrypted, and a gap where a cluster could not be read', async () => {
  const volumes = [
    volumeOf({}),
    volumeOf({ cluster: 'dev', owner: undefined }),
    volumeOf({ protection: 'volume/customer-key', state: 'active' }),
  ];
  await record('2026-11-26', { volumes });
  await record('2026-11-28', { volumes, dark: true });
  await record('2026-11-29', { volumes });
  const trends = trendsOn('2026-11-29');
  const { step, items } = await trends.read({ length: 7 });
  expect(step).toBe('day');
  expect(items.map(it => [it.day, it.counts?.volumes, it.missing])).toEqual([
    ['2026-11-23', undefined, []],
    ['2026-11-24', undefined, []],
    ['2026-11-25', undefined, []],
    ['2026-11-26', 3, []],
    ['2026-11-27', undefined, []],
    ['2026-11-28', 2, ['dev']],
    ['2026-11-29', 3, []],
  ]);
  expect(items[6].counts).toMatchObject({
    protections: { none: 2, 'volume/customer-key': 1 },
    states: { active: 1 },
    bytes: 3 * 1024 ** 3,
    unencryptedBytes: 2 * 1024 ** 3,
  });
  const owner = '(none)';
  const ofNobody = await trends.read({ length: 7, owner, cluster: 'dev' });
  expect(ofNobody.items.at(-2)).toEqual({
    day: '2026-11-28',
    missing: ['dev'],
  });
  expect(ofNobody.items.at(-1)?.counts?.volumes).toBe(1);
});

it('a cluster without a volume is a zero, not a gap', async () => {
  await record('2026-11-29', {});
  const { items } = await trendsOn('2026-11-29').read({ length: 7 });
  expect(items.at(-1)).toMatchObject({ counts: { volumes: 0 }, missing: [] });
});

it('keeps a day of each older week, and drops what is older than two years', async () => {
  for (const day of ['2024-11-20', '2026-07-06', '2026-07-07', '2026-11-28']) {
    await record(day, { dark: true });
  }
  await record('2026-11-29', {});
  const kept = await store.days();
  expect(new Set(kept.map(({ day }) => day))).toEqual(
    new Set(['2026-07-07', '2026-11-28', '2026-11-29']),
  );
  const { step, items } = await trendsOn('2026-11-29').read({ length: 365 });
  expect(step).toBe('week');
  const known = items.filter(({ counts }) => counts);
  expect(known.map(it => [it.day, it.missing])).toEqual([
    ['2026-07-06', ['dev']],
    ['2026-11-23', []],
  ]);
});

import { mockServices } from '@backstage/backend-test-utils';
import type { IndexChange, TouchedClaims } from '../volumeIndex';
import { LiveSurveys } from './LiveSurveys';
import type { Touched } from './mendSurvey';
import { Surveys } from './Surveys';

beforeEach(() => jest.useFakeTimers({ now: 1_000_000 }));
afterEach(() => jest.useRealTimers());

const none = { volumes: [], clusters: [], keyFindings: [], problems: [] };

/** Live surveys that take this long, with what was done to them. */
function underTest({ takesMs = 10, mendsMs = 10, claims = 100_000 } = {}) {
  const now = () => new Date();
  const pause = (ms: number) =>
    new Promise(resolve => {
      setTimeout(resolve, ms);
    });
  const done: string[] = [];
  const fails = { mending: false };
  const surveys = new Surveys(async () => {
    done.push('take');
    await pause(takesMs);
    return { assessedAt: 'now', ...none };
  }, now);
  let change: (change: IndexChange) => void = () => {};
  const stop = new AbortController();
  const live = new LiveSurveys({
    ...{ surveys, now, logger: mockServices.logger.mock() },
    mend: async (survey, touched: Touched) => {
      done.push(
        `mend ${[...touched].map(([, some]) => (some === 'all' ? 'all' : [...some].join(' ')))}`,
      );
      await pause(mendsMs);
      if (fails.mending) throw new Error('failed');
      return survey;
    },
    claimsOf: () => claims,
    tell: () => done.push('tell'),
  });
  live.start(
    {
      subscribe: on => {
        change = on;
        return () => {
          change = () => {};
        };
      },
    },
    stop.signal,
  );
  const touch = (...touched: string[]) =>
    change({ cluster: 'prod', touched: new Set(touched) });
  const touchAll = () =>
    change({ cluster: 'prod', touched: 'all' satisfies TouchedClaims });
  const open = async () => {
    const read = live.read();
    await jest.advanceTimersByTimeAsync(takesMs);
    await read;
    done.length = 0;
  };
  const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);
  return { live, done, fails, touch, touchAll, open, pass, stop };
}

it('judges what changed within a moment, once for a burst, and tells of it', async () => {
  const { done, touch, open, pass } = underTest();
  await open();
  touch('web/a');
  touch('web/b');
  await pass(199);
  expect(done).toEqual([]);
  await pass(11);
  expect(done).toEqual(['mend web/a web/b', 'tell']);
});

it('rests after an update for twenty times as long as it took', async () => {
  const { done, touch, open, pass } = underTest({ mendsMs: 50 });
  await open();
  touch('web/a');
  await pass(200);
  touch('web/b');
  await pass(50 + 999);
  expect(done).toEqual(['mend web/a', 'tell']);
  await pass(51);
  expect(done).toEqual(['mend web/a', 'tell', 'mend web/b', 'tell']);
});

it('does nothing while nobody looks, and catches up for who comes', async () => {
  const { live, done, touch, open, pass } = underTest({ takesMs: 10_000 });
  touch('web/a');
  await pass(10_000);
  expect(done).toEqual([]);
  await open();
  await pass(1_000);
  done.length = 0;
  await pass(185_000);
  touch('web/b');
  await pass(10_000);
  expect(done).toEqual([]);
  await live.read();
  await pass(300);
  expect(done).toEqual(['mend web/b', 'tell']);
});

it('judges all anew where many changed, when the next is due, and single ones meanwhile', async () => {
  const { live, done, touch, touchAll, open, pass } = underTest({
    takesMs: 6_000,
  });
  await open();
  touchAll();
  touch('web/a');
  await pass(1_000);
  expect(done).toEqual(['mend web/a', 'tell']);
  await pass(100_000);
  await live.read();
  await pass(18_000);
  expect(done).toHaveLength(2);
  await pass(7_000);
  expect(done.slice(2)).toEqual(['take', 'tell']);
});

it('a small cluster is judged as a whole by itself', async () => {
  const { done, touchAll, open, pass } = underTest({ claims: 2_000 });
  await open();
  touchAll();
  await pass(300);
  expect(done).toEqual(['mend all', 'tell']);
});

it('after a failure all are judged anew, and nothing is told before', async () => {
  const { done, fails, touch, open, pass } = underTest();
  await open();
  fails.mending = true;
  touch('web/a');
  await pass(9_000);
  expect(done).toEqual(['mend web/a']);
  await pass(2_000);
  expect(done).toEqual(['mend web/a', 'take', 'tell']);
});

it('stops with the portal', async () => {
  const { done, touch, open, pass, stop } = underTest();
  await open();
  touch('web/a');
  stop.abort();
  touch('web/b');
  await pass(5_000);
  expect(done).toEqual([]);
});

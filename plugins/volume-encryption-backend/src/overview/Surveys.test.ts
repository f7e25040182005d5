import type { Surveyed } from './Survey';
import { Surveys } from './Surveys';

const surveyOf = (assessedAt: string): Surveyed => ({
  assessedAt,
  volumes: [],
  clusters: [],
  keyFindings: [],
  problems: [],
});

/** Surveys that take as long as a test wants, on a clock of its own. */
function underTest() {
  let ms = 0;
  const flights: { end: (name: string) => void; fail: () => void }[] = [];
  const surveys = new Surveys(
    () =>
      new Promise((resolve, reject) => {
        flights.push({
          end: name => resolve(surveyOf(name)),
          fail: () => reject(new Error('failed')),
        });
      }),
    () => new Date(ms),
  );
  const read = async () => (await surveys.read()).assessedAt;
  /** Takes a first one that lasts so long. */
  const begin = async (lasting: number) => {
    const first = read();
    ms += lasting;
    flights[0].end('first');
    await first;
  };
  return {
    surveys,
    read,
    begin,
    flights,
    pass: (more: number) => (ms += more),
  };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it('takes one for all who ask meanwhile', async () => {
  const { read, flights } = underTest();
  const answers = [read(), read()];
  flights[0].end('first');
  expect(await Promise.all(answers)).toEqual(['first', 'first']);
  expect(flights).toHaveLength(1);
});

it('takes a quick one anew after a second', async () => {
  const { read, begin, flights, pass } = underTest();
  await begin(5);
  pass(999);
  expect(await read()).toBe('first');
  pass(1);
  const next = read();
  flights[1].end('second');
  expect(await next).toBe('second');
});

it('spends a twentieth of the time on it', async () => {
  const { read, begin, flights, pass } = underTest();
  await begin(6_000);
  pass(119_999);
  expect(await read()).toBe('first');
  expect(flights).toHaveLength(1);
});

it('gives the last when the next is slow, and the next from then on', async () => {
  const { read, begin, flights, pass } = underTest();
  await begin(6_000);
  pass(120_000);
  const answer = read();
  await jest.advanceTimersByTimeAsync(1_000);
  expect(await answer).toBe('first');
  flights[1].end('second');
  await jest.advanceTimersByTimeAsync(0);
  expect(await read()).toBe('second');
});

it('waits for the next where the last says nothing of now', async () => {
  const { read, begin, flights, pass } = underTest();
  await begin(6_000);
  pass(5 * 60_000);
  const answer = read();
  await jest.advanceTimersByTimeAsync(10_000);
  flights[1].end('second');
  expect(await answer).toBe('second');
});

it('gives the last while it is good for something when the next fails', async () => {
  const { read, begin, flights, pass } = underTest();
  await begin(5);
  pass(1_000);
  const answer = read();
  flights[1].fail();
  expect(await answer).toBe('first');
  pass(5 * 60_000);
  const late = read();
  flights[2].fail();
  await expect(late).rejects.toThrow('failed');
});

it('tells of a failure who waits for it, and tries again', async () => {
  const { read, flights } = underTest();
  const first = read();
  flights[0].fail();
  await expect(first).rejects.toThrow('failed');
  const second = read();
  flights[1].end('second');
  expect(await second).toBe('second');
});

it('gives what is mended, and takes the next when that would have been due', async () => {
  const { surveys, read, begin, flights, pass } = underTest();
  expect(await surveys.mend(async () => surveyOf('mended'))).toBeUndefined();
  await begin(6_000);
  pass(119_000);
  const before = await surveys.read();
  const mended = await surveys.mend(async () => surveyOf('mended'));
  expect(mended?.revision).toBeGreaterThan(before.revision);
  expect(await read()).toBe('mended');
  expect(surveys.restMs()).toBe(1_000);
  pass(1_000);
  void read();
  await jest.advanceTimersByTimeAsync(0);
  expect(flights).toHaveLength(2);
});

it('never puts what it mended in the place of a newer one', async () => {
  const { surveys, read, begin, flights, pass } = underTest();
  await begin(5);
  let end = () => {};
  const mending = surveys.mend(
    () =>
      new Promise(resolve => {
        end = () => resolve(surveyOf('mended'));
      }),
  );
  pass(1_000);
  const next = surveys.renew();
  const late = surveys.mend(async ({ assessedAt }) =>
    surveyOf(`${assessedAt}, mended`),
  );
  await jest.advanceTimersByTimeAsync(0);
  expect(flights).toHaveLength(1);
  end();
  await mending;
  await jest.advanceTimersByTimeAsync(0);
  flights[1].end('second');
  await next;
  expect((await late)?.assessedAt).toBe('second, mended');
  expect(await read()).toBe('second, mended');
});

it('numbers them so that each is greater, though the clock stands still', async () => {
  const { surveys, begin } = underTest();
  await begin(0);
  const revisions: number[] = [];
  for (let count = 0; count < 3; count += 1) {
    const survey = await surveys.mend(async () => surveyOf('mended'));
    revisions.push(survey?.revision ?? 0);
  }
  expect(revisions).toEqual([2, 3, 4]);
});

it('is recalled without waiting, and taken anew after half of the time', async () => {
  const { surveys, flights, pass } = underTest();
  expect(surveys.recall(600_000)).toBeUndefined();
  flights[0].end('first');
  await jest.advanceTimersByTimeAsync(0);
  pass(300_000);
  expect(surveys.recall(600_000)?.assessedAt).toBe('first');
  expect(flights).toHaveLength(1);
  pass(1);
  expect(surveys.recall(600_000)?.assessedAt).toBe('first');
  expect(flights).toHaveLength(2);
  flights[1].fail();
  await jest.advanceTimersByTimeAsync(0);
  pass(300_000);
  expect(surveys.recall(600_000)).toBeUndefined();
});

import type { Survey } from './Survey';
import { Surveys } from './Surveys';

const surveyOf = (assessedAt: string): Survey => ({
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
  return { read, begin, flights, pass: (more: number) => (ms += more) };
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

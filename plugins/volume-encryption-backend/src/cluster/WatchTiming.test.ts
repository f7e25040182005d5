import { Backoff } from './WatchTiming';

function backoff(random: number): Backoff {
  return new Backoff({
    silenceMs: 0,
    firstDelayMs: 100,
    longestDelayMs: 1000,
    random: () => random,
  });
}

it('waits longer each time, up to the longest', () => {
  const waits = backoff(1);
  const five = Array.from({ length: 5 }, () => waits.next());
  expect(five).toEqual([100, 200, 400, 800, 1000]);
});

it('waits half of that at least', () => {
  expect(backoff(0).next()).toBe(50);
});

it('begins anew after something went well', () => {
  const waits = backoff(1);
  waits.next();
  waits.next();
  waits.reset();
  expect(waits.next()).toBe(100);
});

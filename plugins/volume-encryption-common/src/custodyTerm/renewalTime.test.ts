import { isRenewalDue, renewalTime } from './renewalTime';

const ISSUED = '2026-01-01T00:00:00.000Z';
const start = Date.parse(ISSUED);
const after = (milliseconds: number) =>
  new Date(start + milliseconds).toISOString();
const MONTH = 30 * 86_400_000;

const termOf = (id: string, period = MONTH) => ({
  id,
  issuedAt: ISSUED,
  expiresAt: after(period),
});
/** The part of the period at which it is renewed. */
const partOf = (id: string, period = MONTH) =>
  (Date.parse(renewalTime(termOf(id, period)) ?? '') - start) / period;

it('spreads a thousand that were made together about two thirds', () => {
  const parts = Array.from({ length: 1000 }, (_, i) =>
    partOf(`5f3c0000-0000-4000-8000-${String(i).padStart(12, '0')}`),
  );
  const lowest = 2 / 3 - 0.05;
  expect(Math.min(...parts)).toBeGreaterThanOrEqual(lowest);
  expect(Math.max(...parts)).toBeLessThanOrEqual(2 / 3 + 0.05);
  expect(Math.max(...parts)).toBeLessThan(5 / 6);
  const tenths = parts.map(it => Math.floor(((it - lowest) / 0.1) * 10));
  const counts = Array.from(
    { length: 10 },
    (_, tenth) => tenths.filter(it => it === tenth).length,
  );
  expect(Math.min(...counts)).toBeGreaterThan(50);
  expect(Math.max(...counts)).toBeLessThan(150);
});

it('gives the same moment each time', () => {
  expect(renewalTime(termOf('a'))).toBe(renewalTime(termOf('a')));
  expect(renewalTime(termOf('a'))).not.toBe(renewalTime(termOf('b')));
});

it.each([1, 1000, 60_000, MONTH])('is within a period of %d ms', period => {
  const at = Date.parse(renewalTime(termOf('some', period)) ?? '');
  expect(at).toBeGreaterThanOrEqual(start);
  expect(at).toBeLessThan(start + period);
});

it.each([0, -1, -MONTH])('is at once where the period is %d ms', period => {
  expect(renewalTime(termOf('some', period))).toBe(ISSUED);
});

it.each([
  {},
  { issuedAt: ISSUED },
  { expiresAt: ISSUED },
  { issuedAt: 'no time', expiresAt: ISSUED },
])('is not known of %j, which is due', fields => {
  expect(renewalTime({ id: 'a', ...fields })).toBeUndefined();
  expect(isRenewalDue(ISSUED, { id: 'a', ...fields })).toBe(true);
});

it('is due from that second on, and not one before', () => {
  const term = termOf('a');
  const at = Date.parse(renewalTime(term) ?? '') - start;
  expect(isRenewalDue(after(at - 1000), term)).toBe(false);
  expect(isRenewalDue(after(at - 1), term)).toBe(false);
  expect(isRenewalDue(after(at), term)).toBe(true);
  expect(isRenewalDue(after(at + 1000), term)).toBe(true);
});

it('is due when a clock was put back behind its beginning', () => {
  expect(isRenewalDue(after(-1), termOf('a'))).toBe(true);
  expect(isRenewalDue(after(0), termOf('a'))).toBe(false);
});

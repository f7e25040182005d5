import { credentialState, daysLeft } from './credentialState';
import { renewalTime } from './renewalTime';

const ISSUED = '2026-01-01T00:00:00.000Z';
const SECOND = 1000;
const DAY = 86_400 * SECOND;
const from = (text: string, milliseconds: number) =>
  new Date(Date.parse(text) + milliseconds).toISOString();

const END = from(ISSUED, 30 * DAY);
const term = { id: 'a', issuedAt: ISSUED, expiresAt: END };
const renewal = renewalTime(term) ?? '';

it.each([
  ['when it is issued', ISSUED, 'live'],
  ['when it is renewed', renewal, 'live'],
  ['a second before it is late', from(renewal, DAY - SECOND), 'live'],
  ['when its renewal is a day late', from(renewal, DAY), 'expiring'],
  ['a second before its end', from(END, -SECOND), 'expiring'],
  ['at its end', END, 'expired'],
  ['a second after its end', from(END, SECOND), 'expired'],
])('is, %s, what it should be', (_, now, state) => {
  expect(credentialState(now, term)).toBe(state);
});

it('is late sooner with a short period', () => {
  const hour = { ...term, expiresAt: from(ISSUED, 3600 * SECOND) };
  const due = renewalTime(hour) ?? '';
  expect(credentialState(from(due, 299 * SECOND), hour)).toBe('live');
  expect(credentialState(from(due, 300 * SECOND), hour)).toBe('expiring');
});

it.each([0, -1000])('has ended at once with a period of %d ms', period => {
  const none = { ...term, expiresAt: from(ISSUED, period) };
  expect(credentialState(ISSUED, none)).toBe('expired');
});

it('lives for the first of one second', () => {
  const short = { ...term, expiresAt: from(ISSUED, SECOND) };
  expect(credentialState(ISSUED, short)).toBe('live');
  expect(credentialState(from(ISSUED, SECOND - 1), short)).toBe('expiring');
  expect(credentialState(from(ISSUED, SECOND), short)).toBe('expired');
});

it('is judged by what is left where its beginning is not known', () => {
  const old = { id: 'a', expiresAt: END };
  expect(credentialState(from(END, -7 * DAY), old)).toBe('live');
  expect(credentialState(from(END, -7 * DAY + SECOND), old)).toBe('expiring');
});

it('is lost until it would have ended', () => {
  const lost = { ...term, lost: true };
  expect(credentialState(ISSUED, lost)).toBe('lost');
  expect(credentialState(END, lost)).toBe('expired');
  expect(credentialState(ISSUED, { id: 'a', lost: true })).toBe('lost');
});

it.each([undefined, '', 'never'])('is not known with the end %j', expiresAt => {
  expect(credentialState(ISSUED, { id: 'a', expiresAt })).toBe('unknown');
});

it.each([
  [from(END, -2 * DAY), 2],
  [from(END, -2 * DAY + 1), 1],
  [from(END, -DAY), 1],
  [from(END, -DAY + 1), 0],
  [END, 0],
  [from(END, DAY), 0],
])('has at %s %d days left', (now, days) => {
  expect(daysLeft(now, END)).toBe(days);
});

it('has days left only where the end is known', () => {
  expect(daysLeft(ISSUED, undefined)).toBeUndefined();
});

import { observed, unknown, valueOf } from './observed';

it('tells "not there" from "not known"', () => {
  const absent = observed(undefined, '2026-03-01T00:00:00Z');
  const hidden = unknown('denied', 'RBAC forbids it.');
  expect([absent.status, hidden.status]).toEqual(['observed', 'unknown']);
  expect([valueOf(absent), valueOf(hidden)]).toEqual([undefined, undefined]);
});

it('keeps a value that is false or empty', () => {
  const at = '2026-03-01T00:00:00Z';
  expect(valueOf(observed(false, at))).toBe(false);
  expect(valueOf(observed('', at))).toBe('');
});

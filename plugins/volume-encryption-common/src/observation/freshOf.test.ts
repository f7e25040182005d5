import { freshOf } from './freshOf';
import { observed, unknown } from './observed';

const seen = observed('there', '2026-03-01T12:00:00Z');

it('takes a fact of some minutes ago for what is now', () => {
  expect(freshOf(seen, '2026-03-01T12:05:00Z')).toBe(seen);
});

it('does not know what was seen too long ago, and says when that was', () => {
  expect(freshOf(seen, '2026-03-01T12:05:01Z')).toMatchObject({
    status: 'unknown',
    detail: expect.stringContaining('2026-03-01T12:00:00Z'),
  });
});

it('keeps why a fact is unknown', () => {
  const denied = unknown('denied', 'No right.');
  expect(freshOf(denied, '2026-03-01T12:00:00Z')).toBe(denied);
});

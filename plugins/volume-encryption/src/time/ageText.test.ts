import { ageText } from './ageText';

const now = Date.parse('2026-11-24T20:00:00Z');

describe('ageText', () => {
  it.each([
    ['2026-11-24T19:59:57Z', 'just now'],
    ['2026-11-24T20:00:30Z', 'just now'],
    ['2026-11-24T19:59:48Z', '12 s ago'],
    ['2026-11-24T19:59:00Z', '1 min ago'],
    ['2026-11-24T18:00:01Z', '1 h ago'],
    ['2026-11-20T20:00:00Z', '4 d ago'],
    ['yesterday', 'unknown'],
  ])('%s is %s', (at, age) => {
    expect(ageText(at, now)).toBe(age);
  });
});

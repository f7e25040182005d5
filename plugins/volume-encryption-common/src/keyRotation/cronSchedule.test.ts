import { isCronSchedule, requireCronSchedule } from './cronSchedule';

it.each([
  '@hourly',
  '@daily',
  '@weekly',
  '@monthly',
  '@yearly',
  '* * * * *',
  '0 3 * * 0',
  '*/15 0-6/2 1,15 jan-MAR MON-fri',
  '59 23 31 12 6',
  '5/10 ? ? * SUN',
])('takes %j', schedule => {
  expect(() => requireCronSchedule('schedule', schedule)).not.toThrow();
});

it.each([
  ['', 'it has 1 fields and not 5'],
  ['@often', 'it is no known word'],
  ['@Weekly', 'it is no known word'],
  ['0 3 * *', 'it has 4 fields and not 5'],
  ['0 0 3 * * 0', 'it has 6 fields and not 5'],
  ['0  3 * * 0', 'it has 6 fields and not 5'],
  ['60 3 * * 0', 'its minute is not valid'],
  ['-1 3 * * 0', 'its minute is not valid'],
  ['*/0 3 * * 0', 'its minute is not valid'],
  ['1,, 3 * * 0', 'its minute is not valid'],
  ['1/2/3 3 * * 0', 'its minute is not valid'],
  ['30-10 3 * * 0', 'its minute is not valid'],
  ['1-2-3 3 * * 0', 'its minute is not valid'],
  ['1- 3 * * 0', 'its minute is not valid'],
  ['0 24 * * 0', 'its hour is not valid'],
  ['0 3 0 * 0', 'its day of the month is not valid'],
  ['0 3 * 13 0', 'its month is not valid'],
  ['0 3 * MON 0', 'its month is not valid'],
  ['0 3 * * 7', 'its day of the week is not valid'],
  ['0 3 * * $(x)', 'its day of the week is not valid'],
])('refuses %j, because %s', (schedule, why) => {
  expect(isCronSchedule(schedule)).toBe(false);
  expect(() => requireCronSchedule('schedule', schedule)).toThrow(
    expect.objectContaining({
      code: 'invalid-input',
      field: 'schedule',
      message: expect.stringContaining(why),
    }),
  );
});

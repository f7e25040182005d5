import { VolumeEncryptionError } from '../contract/errors';

const DESCRIPTORS = new Set([
  '@hourly',
  '@daily',
  '@weekly',
  '@monthly',
  '@yearly',
]);

const MONTHS = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ');
const DAYS = 'SUN MON TUE WED THU FRI SAT'.split(' ');

/** A field of a cron schedule, by its lowest and highest number. */
interface CronField {
  name: string;
  from: number;
  to: number;
  /** Of `from` and those that follow. */
  words?: readonly string[];
}

/** In their order. Sunday is 0 and never 7 (robfig/cron v3, parser.go). */
const FIELDS: readonly CronField[] = [
  { name: 'minute', from: 0, to: 59 },
  { name: 'hour', from: 0, to: 23 },
  { name: 'day of the month', from: 1, to: 31 },
  { name: 'month', from: 1, to: 12, words: MONTHS },
  { name: 'day of the week', from: 0, to: 6, words: DAYS },
];

/**
 * Throws `invalid-input` for a schedule that is neither five fields of cron nor
 * `@hourly`, `@daily`, `@weekly`, `@monthly` or `@yearly`. csi-addons itself
 * would take `@weekly` for it and say nothing.
 */
export function requireCronSchedule(field: string, schedule: string): void {
  const why = whyNoSchedule(schedule);
  if (!why) return;
  throw new VolumeEncryptionError(
    'invalid-input',
    `The schedule ${JSON.stringify(schedule)} cannot be used: ${why}. Write five fields as cron has them, such as "0 3 * * 0", or ${[...DESCRIPTORS].join(', ')}.`,
    { field },
  );
}

/** Whether it is a schedule as csi-addons takes one. @public */
export function isCronSchedule(schedule: string): boolean {
  return whyNoSchedule(schedule) === undefined;
}

function whyNoSchedule(schedule: string): string | undefined {
  if (DESCRIPTORS.has(schedule)) return undefined;
  if (schedule.startsWith('@')) return 'it is no known word';
  const given = schedule.split(' ');
  if (given.length !== FIELDS.length) {
    return `it has ${given.length} fields and not ${FIELDS.length}`;
  }
  const wrong = FIELDS.find((field, at) => !isField(field, given[at]));
  return wrong && `its ${wrong.name} is not valid`;
}

function isField(field: CronField, text: string): boolean {
  return text.split(',').every(part => isPart(field, part));
}

/** `*`, a number or a range, each with or without a step. */
function isPart(field: CronField, part: string): boolean {
  const [range, step, ...more] = part.split('/');
  if (more.length > 0) return false;
  if (step !== undefined && !/^[1-9]\d{0,3}$/.test(step)) return false;
  if (range === '*' || range === '?') return true;
  const [from, to, ...rest] = range.split('-').map(it => numberOf(field, it));
  if (rest.length > 0 || from === undefined) return false;
  return range.includes('-') ? to !== undefined && from <= to : true;
}

function numberOf(field: CronField, text: string): number | undefined {
  const word = field.words?.indexOf(text.toUpperCase()) ?? -1;
  if (word >= 0) return field.from + word;
  const number = /^\d{1,2}$/.test(text) ? Number(text) : NaN;
  return number >= field.from && number <= field.to ? number : undefined;
}

import type { SetupObject } from '../contract/api';

/** Settings as the KMS answers them; what is not set is not there. @public */
export type Settings = Readonly<Record<string, unknown>>;

/** How one setting has to be, and what it means when it is not. */
export interface ExpectedSetting {
  name: string;
  /** As it is shown. */
  expected: string;
  /** Undefined where nobody can tell. */
  fits: (value: unknown) => boolean | undefined;
  /** What is wrong with this value, in words; added to it. */
  danger?: (value: unknown) => string | undefined;
  /** What to do so that it can be told. */
  settledBy?: string;
}

/** Settings held against what is expected of them. */
export interface JudgedSettings {
  /** Those that are not as expected. */
  lines: SetupObject['lines'];
  /** Those of which nobody can tell. */
  untold: SetupObject['lines'];
  /** What would settle these. */
  remedies: string[];
}

/** Which settings are not as expected, and which cannot be told. */
export function judgeSettings(
  expected: readonly ExpectedSetting[],
  actual: Settings,
): JudgedSettings {
  const judged = expected.map(it => ({ it, fits: it.fits(actual[it.name]) }));
  const wrong = judged.filter(({ fits }) => fits === false);
  const untold = judged.filter(({ fits }) => fits === undefined);
  const lineOf = ({ it }: { it: ExpectedSetting }) =>
    settingLine(it, actual[it.name]);
  const remedies = untold.flatMap(({ it }) => it.settledBy ?? []);
  return {
    lines: wrong.map(lineOf),
    untold: untold.map(lineOf),
    remedies: [...new Set(remedies)],
  };
}

function settingLine(
  { name, expected, danger }: ExpectedSetting,
  value: unknown,
): SetupObject['lines'][number] {
  const why = danger?.(value);
  const found = inWords(value);
  return { where: name, expected, actual: why ? `${found} (${why})` : found };
}

/** A setting that has one value. */
export function is(
  name: string,
  value: string | number | boolean,
  danger?: string,
): ExpectedSetting {
  return {
    name,
    expected: String(value),
    fits: it => (it ?? defaultOf(value)) === value,
    danger: () => danger,
  };
}

/** A list, whatever its order. */
export function isList(
  name: string,
  values: readonly string[],
  danger?: ExpectedSetting['danger'],
): ExpectedSetting {
  const wanted = [...values].sort().join('\n');
  return {
    name,
    expected: inWords(values),
    fits: it => textsOf(it).sort().join('\n') === wanted,
    danger,
  };
}

/** The texts of a list, of one text separated by commas, or none. */
export function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'string' && value !== '' ? value.split(',') : [];
}

/** What is not set is as if it were this. */
function defaultOf(value: string | number | boolean) {
  if (typeof value === 'string') return '';
  return typeof value === 'number' ? 0 : false;
}

function inWords(value: unknown): string {
  if (value === undefined || value === '') return 'not set';
  if (!Array.isArray(value)) return String(value);
  return value.length > 0 ? value.map(String).join(', ') : 'none';
}

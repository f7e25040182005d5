import type { SetupObject } from '../contract/api';

/** Settings as the KMS answers them; what is not set is not there. @public */
export type Settings = Readonly<Record<string, unknown>>;

/** How one setting has to be, and what it means when it is not. */
export interface ExpectedSetting {
  name: string;
  /** As it is shown. */
  expected: string;
  fits: (value: unknown) => boolean;
  /** What is wrong with this value, in words; added to it. */
  danger?: (value: unknown) => string | undefined;
}

/** The settings that are not as expected. */
export function settingDifferences(
  expected: readonly ExpectedSetting[],
  actual: Settings,
): SetupObject['lines'] {
  return expected
    .filter(({ name, fits }) => !fits(actual[name]))
    .map(({ name, expected: shown, danger }) => {
      const value = actual[name];
      const why = danger?.(value);
      const found = inWords(value);
      return {
        where: name,
        expected: shown,
        actual: why ? `${found} (${why})` : found,
      };
    });
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

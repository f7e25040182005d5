import type { SetupObject } from '../contract/api';
import type { Observed } from '../observation/observed';
import { ruleInOneLine } from '../vaultPolicy/policyRule';
import type { JudgedSettings } from './settingDifferences';

const APPLY = 'Apply the set-up again, as it is rendered for this cluster.';

/** An object that was read, and the lines in which it is not as expected. */
export function asRead(
  object: string,
  lines: SetupObject['lines'],
): SetupObject {
  if (lines.length > 0) {
    const what = lines.length === 1 ? '1 line' : `${lines.length} lines`;
    return differing(object, lines, `It differs in ${what}.`);
  }
  return { object, state: 'as-expected', lines, message: 'It is as rendered.' };
}

/** An object of which some settings cannot be told, and none is known as wrong. */
export function notJudged(
  object: string,
  { untold, remedies }: Pick<JudgedSettings, 'untold' | 'remedies'>,
): SetupObject {
  const names = untold.map(({ where }) => where).join(', ');
  return {
    object,
    state: 'not-judged',
    lines: untold,
    message: `Nobody can tell whether this is as it has to be: ${names}.`,
    remedy: remedies.join(' '),
  };
}

/** An object that is not as expected, for a reason in words. */
export function differing(
  object: string,
  lines: SetupObject['lines'],
  message: string,
): SetupObject {
  return { object, state: 'differs', lines, message, remedy: APPLY };
}

/** An object that is not there. */
export function missing(object: string): SetupObject {
  const message = 'It is not there: whoever needs it is refused.';
  return { object, state: 'missing', lines: [], message, remedy: APPLY };
}

/** An object that is not there, and that nobody needs. */
export function notNeeded(object: string): SetupObject {
  const message = 'It is not there, and no tenant of this KMS has a token.';
  return { object, state: 'not-needed', lines: [], message };
}

/**
 * An object that could not be read.
 * @param path - what could not be read, when that is not the object itself
 */
export function unread(
  object: string,
  { why, detail }: Observed<never> & { status: 'unknown' },
  path = object,
): SetupObject {
  const line = { path, capabilities: ['read'], restrictions: {} };
  const remedy =
    why === 'denied'
      ? `Let the policy of the portal have: ${ruleInOneLine(line)}`
      : undefined;
  return { object, state: 'unread', lines: [], message: detail, remedy };
}

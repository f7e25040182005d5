import type { Diagnosis } from '../contract/api';

/**
 * One known event text. The first rule whose pattern is found in the message
 * explains it, so a rule that holds more of the text comes before a wider one.
 */
export interface DiagnosisRule {
  /** Stable; the texts are not. */
  code: string;
  /** Sought anywhere in the message, which may span lines. */
  pattern: RegExp;
  /** Who can mend it. */
  owner: Diagnosis['owner'];
  /** One sentence; `$<name>` stands for a named group of the pattern. */
  cause: string;
  /** What the owner does next; `$<name>` as in `cause`. */
  nextStep: string;
}

/** What a message means, in words. */
export type Explanation = Pick<
  Diagnosis,
  'code' | 'owner' | 'cause' | 'nextStep'
>;

/** The explanation of a message, if a rule knows it. */
export function explain(
  message: string,
  rules: readonly DiagnosisRule[],
): Explanation | undefined {
  for (const rule of rules) {
    const match = rule.pattern.exec(message);
    if (match) {
      return {
        code: rule.code,
        owner: rule.owner,
        cause: filledIn(rule.cause, match.groups ?? {}),
        nextStep: filledIn(rule.nextStep, match.groups ?? {}),
      };
    }
  }
  return undefined;
}

function filledIn(
  text: string,
  groups: Record<string, string | undefined>,
): string {
  return text.replace(/\$<(\w+)>/g, (_, name: string) => groups[name] ?? '');
}

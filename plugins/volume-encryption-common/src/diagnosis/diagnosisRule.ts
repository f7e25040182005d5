import type { Diagnosis } from '../contract/api';

/**
 * One known event text. A text has one rule: what would be taken by two is kept
 * apart by `unless`, so that the order of the rules means nothing.
 */
export interface DiagnosisRule {
  /** Stable; the texts are not. */
  code: string;
  /** Sought anywhere in the message, which may span lines. */
  pattern: RegExp;
  /** Found in a message that another rule explains better. */
  unless?: RegExp;
  /** Who can mend it. */
  owner: Diagnosis['owner'];
  /** One sentence; `$<name>` stands for a named group of the pattern. */
  cause: string;
  /** What the owner does next; `$<name>` as in `cause`. */
  nextStep: string;
  /** The address of a page that tells more. */
  link: string;
}

/** What a message means, in words. */
export type Explanation = Pick<
  Diagnosis,
  'code' | 'owner' | 'cause' | 'nextStep' | 'link'
>;

/** The explanation of a message, if a rule knows it. */
export function explain(
  message: string,
  rules: readonly DiagnosisRule[],
): Explanation | undefined {
  const rule = rules.find(it => isAbout(it, message));
  if (!rule) return undefined;
  const { code, owner, link } = rule;
  const groups = rule.pattern.exec(message)?.groups ?? {};
  return {
    code,
    owner,
    cause: filledIn(rule.cause, groups),
    nextStep: filledIn(rule.nextStep, groups),
    link,
  };
}

/** True where a rule takes a message for its own. */
export function isAbout(
  { pattern, unless }: DiagnosisRule,
  message: string,
): boolean {
  return pattern.test(message) && !unless?.test(message);
}

/** The text with `$<name>` replaced by the word of that name. */
export function filledIn(
  text: string,
  groups: Record<string, string | undefined>,
): string {
  return text.replace(/\$<(\w+)>/g, (_, name: string) => groups[name] ?? '');
}

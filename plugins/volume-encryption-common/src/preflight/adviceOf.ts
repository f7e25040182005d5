import { textRules } from '../diagnosis/rules';
import { filledIn } from '../diagnosis/diagnosisRule';
import type { Advice } from './Check';

/**
 * What the diagnosis would advise once the failure has happened, by the code of
 * its rule; `words` go into its sentence. Throws for a code that no rule has.
 */
export function adviceOf(
  code: string,
  words: Record<string, string> = {},
): Advice {
  const rule = textRules.find(it => it.code === code);
  if (!rule) throw new Error(`No rule of the diagnosis has the code ${code}.`);
  const { owner, nextStep, link } = rule;
  return { owner, nextStep: filledIn(nextStep, words), diagnosis: code, link };
}

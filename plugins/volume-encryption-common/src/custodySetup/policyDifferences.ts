import type { SetupObject } from '../contract/api';
import { ruleInOneLine, type PolicyRule } from '../vaultPolicy/policyRule';
import { parsePolicy } from '../vaultPolicy/parsePolicy';

type Lines = SetupObject['lines'];

/**
 * The rules of a policy that are not as expected, one line each. Order, layout
 * and comments do not count, and rules for one path are taken together, as the
 * KMS does. Throws `invalid-input` when the policy is not understood.
 */
export function policyDifferences(
  expected: readonly PolicyRule[],
  actual: string,
): Lines {
  const wanted = byPath(expected);
  const found = byPath(parsePolicy(actual));
  const lacking = [...wanted].flatMap(([path, rule]) => {
    const its = found.get(path);
    const line = ruleInOneLine(rule);
    if (!its) return [{ where: 'no line', expected: line }];
    const other = ruleInOneLine(its);
    if (line === other) return [];
    return [{ where: lineOf(its), expected: line, actual: other }];
  });
  const added = [...found]
    .filter(([path]) => !wanted.has(path))
    .map(([, rule]) => ({ where: lineOf(rule), actual: ruleInOneLine(rule) }));
  return [...lacking, ...added];
}

function byPath(rules: readonly PolicyRule[]): Map<string, PolicyRule> {
  const found = new Map<string, PolicyRule>();
  for (const rule of rules) {
    const before = found.get(rule.path);
    const capabilities = [
      ...new Set([...(before?.capabilities ?? []), ...rule.capabilities]),
    ];
    const restrictions = { ...before?.restrictions, ...rule.restrictions };
    const line = before?.line ?? rule.line;
    found.set(rule.path, { path: rule.path, capabilities, restrictions, line });
  }
  return found;
}

function lineOf({ line }: PolicyRule): string {
  return `line ${line ?? '?'}`;
}

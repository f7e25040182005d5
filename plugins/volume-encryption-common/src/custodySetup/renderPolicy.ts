import { hclValue, type PolicyRule } from '../vaultPolicy/policyRule';

/** A rule, and what for, where that is said. */
type Explained = PolicyRule & { why?: string };

/**
 * A policy as HCL: each rule a block, and what it is for above the first of
 * those for the same.
 * @param heading - said at the top; lines without `#`
 */
export function renderPolicy(
  heading: readonly string[],
  rules: readonly Explained[],
): string {
  const top = heading.map(comment).join('\n');
  const blocks = rules.map((rule, index) => {
    const isNew = rule.why && rule.why !== rules[index - 1]?.why;
    return isNew ? `${comment(rule.why)}\n${block(rule)}` : block(rule);
  });
  return `${[top, ...blocks].join('\n\n')}\n`;
}

/** One rule as HCL, in several lines. */
export function block({
  path,
  capabilities,
  restrictions,
}: PolicyRule): string {
  const settings = Object.entries({ capabilities, ...restrictions });
  const lines = settings.map(
    ([name, value]) => `  ${name} = ${hclValue(value)}`,
  );
  return [`path ${JSON.stringify(path)} {`, ...lines, '}'].join('\n');
}

function comment(text = ''): string {
  return `# ${text}`.trimEnd();
}

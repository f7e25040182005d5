/** A value in a policy: what HCL can write. @public */
export type PolicyValue =
  | string
  | number
  | boolean
  | readonly PolicyValue[]
  | { readonly [name: string]: PolicyValue };

/**
 * What an ACL policy of Vault or OpenBao says of one path.
 *
 * @public
 */
export interface PolicyRule {
  /**
   * Without a leading slash. It may hold `+` for a segment, `*` at its end for
   * any rest, and templates such as `{{identity.entity.id}}`.
   */
  readonly path: string;
  /** `create`, `read`, `update`, `patch`, `delete`, `list`, `sudo`, `deny`. */
  readonly capabilities: readonly string[];
  /** What else the rule demands, such as `allowed_parameters`. */
  readonly restrictions: { readonly [name: string]: PolicyValue };
  /** Where it begins in the text it was read from, from 1. */
  readonly line?: number;
}

/** The rule as HCL in one line, the same for all that mean the same. @public */
export function ruleInOneLine(rule: PolicyRule): string {
  const capabilities = [...rule.capabilities].sort();
  const settings = { capabilities, ...sorted(rule.restrictions) };
  const written = Object.entries(settings).map(
    ([name, value]) => `${name} = ${hclValue(value)}`,
  );
  return `path ${JSON.stringify(rule.path)} { ${written.join(', ')} }`;
}

/** A value as HCL, in one line. */
export function hclValue(value: PolicyValue): string {
  if (typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(hclValue).join(', ')}]`;
  const inner = Object.entries(sorted(value)).map(
    ([name, its]) => `${JSON.stringify(name)} = ${hclValue(its)}`,
  );
  return `{ ${inner.join(', ')} }`;
}

function isList(value: object): value is readonly PolicyValue[] {
  return Array.isArray(value);
}

function sorted(values: { readonly [name: string]: PolicyValue }) {
  const entries = Object.entries(values);
  return Object.fromEntries(
    entries.toSorted(([one], [other]) => (one < other ? -1 : 1)),
  );
}

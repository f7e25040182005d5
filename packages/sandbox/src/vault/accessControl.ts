import { Json, JsonObject, listOf } from '../wire/json';
import { PathRule } from './policyText';

/**
 * What rules allow on a path, by Vault's rule: an exact path first, then the most specific
 * pattern; several rules of that one path add up, and a deny among them wins.
 */
export function capabilitiesOn(rules: PathRule[], path: string): string[] {
  const deciding = decidingRules(rules, path);
  const all = [...new Set(deciding.flatMap(it => it.capabilities))].sort();
  return all.length === 0 || all.includes('deny') ? ['deny'] : all;
}

/** Whether rules allow one of `wanted` on a path with these parameters in the body. */
export function allows(
  rules: PathRule[],
  { path, wanted, body }: { path: string; wanted: string[]; body: JsonObject },
): boolean {
  const given = capabilitiesOn(rules, path);
  const deciding = decidingRules(rules, path);
  return (
    wanted.some(it => given.includes(it)) &&
    deciding.every(rule => parametersAllowed(rule, body))
  );
}

function decidingRules(rules: PathRule[], path: string): PathRule[] {
  const patterns = [...new Set(rules.map(rule => rule.path))];
  const trimmed = path.replace(/\/$/, '');
  const best =
    patterns.find(it => it === path) ??
    patterns.find(it => it === trimmed) ??
    patterns.filter(it => matches(it, path)).sort(bySpecificity)[0];
  return rules.filter(rule => rule.path === best);
}

function matches(pattern: string, path: string): boolean {
  const escaped = pattern
    .replace(/\*$/, '')
    .replace(/[.*?^${}()|[\]\\]/g, '\\$&')
    .split('/')
    .map(segment => (segment === '+' ? '[^/]+' : segment.replace(/\+/g, '\\+')))
    .join('/');
  const end = pattern.endsWith('*') ? '' : '$';
  return new RegExp(`^${escaped}${end}`).test(path);
}

/** Most specific first: the criteria of Vault's documentation, in their order. */
function bySpecificity(one: string, other: string): number {
  const criteria = [
    (it: string) => it.match(/(^|\/)\+(\/|$)|\*$/)?.index ?? Infinity,
    (it: string) => (it.endsWith('*') ? 0 : 1),
    (it: string) => -it.split('/').filter(segment => segment === '+').length,
    (it: string) => it.length,
  ];
  const differing = criteria.find(measure => measure(one) !== measure(other));
  if (differing) return differing(other) - differing(one);
  return one < other ? 1 : -1;
}

function parametersAllowed(rule: PathRule, body: JsonObject): boolean {
  const { allowed, denied, required } = rule;
  const fits = (listed: JsonObject, [name, value]: [string, Json?]) => {
    const values = listOf(listed[name] ?? listed['*']);
    const named = name in listed || '*' in listed;
    return named && (values.length === 0 || values.includes(value ?? null));
  };
  const given = Object.entries(body);
  return (
    required.every(name => name in body) &&
    !given.some(it => fits(denied, it)) &&
    (!allowed || given.every(it => fits(allowed, it)))
  );
}

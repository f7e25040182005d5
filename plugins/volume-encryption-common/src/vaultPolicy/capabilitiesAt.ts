import type { PolicyRule } from './policyRule';

/** A pattern that fits a path, and what tells which of several decides. */
interface Fitting {
  /** Without the `*` at its end. */
  pattern: string;
  isPrefix: boolean;
  /** Where the first `+` is, or the end of a prefix without one. */
  firstWildcard: number;
  wildcards: number;
  capabilities: ReadonlySet<string>;
}

/**
 * What a token with these rules may do at a path, as Vault judges it: of all
 * patterns that fit, only the one that says most counts, and what it denies is
 * denied. Rules of one pattern are taken together (Vault vault/acl.go,
 * `AllowOperation` and `CheckAllowedFromNonExactPaths`).
 *
 * @param rules - without templates
 * @returns in the order of the alphabet; `deny` alone for nothing, as Vault
 *
 * @public
 */
export function capabilitiesAt(
  rules: readonly PolicyRule[],
  path: string,
): string[] {
  return capabilitiesBy(rules)(path);
}

/** As {@link capabilitiesAt}, to be asked of many paths. */
export function capabilitiesBy(
  rules: readonly PolicyRule[],
): (path: string) => string[] {
  const byPattern = mergedByPattern(rules);
  return path => {
    const bare = path.replace(/\/$/, '');
    const found =
      byPattern.get(path) ??
      byPattern.get(bare) ??
      mostSpecific(byPattern, bare) ??
      mostSpecific(byPattern, path);
    if (!found || found.size === 0 || found.has('deny')) return ['deny'];
    return [...found].sort();
  };
}

function mergedByPattern(
  rules: readonly PolicyRule[],
): Map<string, ReadonlySet<string>> {
  const merged = new Map<string, ReadonlySet<string>>();
  for (const { path, capabilities } of rules) {
    const before = merged.get(path) ?? [];
    merged.set(path, new Set([...before, ...capabilities]));
  }
  return merged;
}

function mostSpecific(
  byPattern: ReadonlyMap<string, ReadonlySet<string>>,
  path: string,
): ReadonlySet<string> | undefined {
  return [...byPattern]
    .flatMap(([pattern, its]) => fitting(pattern, its, path) ?? [])
    .toSorted(bySpecificity)
    .at(-1)?.capabilities;
}

function fitting(
  written: string,
  capabilities: ReadonlySet<string>,
  path: string,
): Fitting | undefined {
  const isPrefix = written.endsWith('*');
  const pattern = isPrefix ? written.slice(0, -1) : written;
  const segments = pattern.split('/');
  const wildcards = segments.filter(segment => segment === '+').length;
  const fits =
    wildcards === 0
      ? isPrefix && path.startsWith(pattern)
      : fitsBySegment(segments, path.split('/'), isPrefix);
  if (!fits) return undefined;
  const firstWildcard = wildcards === 0 ? pattern.length : pattern.indexOf('+');
  return { pattern, isPrefix, firstWildcard, wildcards, capabilities };
}

function fitsBySegment(
  pattern: readonly string[],
  path: readonly string[],
  isPrefix: boolean,
): boolean {
  const isLongEnough = isPrefix
    ? path.length >= pattern.length
    : path.length === pattern.length;
  return (
    isLongEnough &&
    pattern.every((segment, index) => {
      if (segment === '+' || segment === path[index]) return true;
      const isLast = index === pattern.length - 1;
      return isPrefix && isLast && path[index].startsWith(segment);
    })
  );
}

/** The one that decides comes last. */
function bySpecificity(one: Fitting, other: Fitting): number {
  return (
    one.firstWildcard - other.firstWildcard ||
    Number(other.isPrefix) - Number(one.isPrefix) ||
    other.wildcards - one.wildcards ||
    one.pattern.length - other.pattern.length ||
    (one.pattern < other.pattern ? -1 : 1)
  );
}

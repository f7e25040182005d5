import type { CredentialRights } from '../contract/api';
import { ruleInOneLine } from '../vaultPolicy/policyRule';
import type { IdentityProbe } from './identityProbes';

type Item = CredentialRights['items'][number];

/**
 * Holds what the KMS says of a credential of the portal against what it may. More
 * is worse than less, and decides. A path without an answer makes it `unknown`.
 * @param hasTokenTenants - without any, the rights for tokens may be left out
 * @param who - for messages: whose credential it is, the portal's unless told
 *
 * @public
 */
export function judgeIdentity(
  probes: readonly IdentityProbe[],
  answers: ReadonlyMap<string, readonly string[]>,
  {
    hasTokenTenants,
    who = 'The portal',
  }: { hasTokenTenants: boolean; who?: string },
): CredentialRights {
  const unanswered = probes.filter(({ path }) => !answers.has(path));
  if (unanswered.length > 0) {
    const message = `Nothing is known of ${unanswered.length} paths, such as ${unanswered[0].path}.`;
    return { verdict: 'unknown', items: [], message };
  }
  const isNeeded = hasTokenTenants || !hasNoneForTokens(probes, answers);
  const items = probes.map(probe => {
    const actual = [...(answers.get(probe.path) ?? [])].sort();
    return judged(probe, actual, { who, isNeeded });
  });
  return { ...summary(items, who), items };
}

/** Left out on purpose is only the whole of it. */
function hasNoneForTokens(
  probes: readonly IdentityProbe[],
  answers: ReadonlyMap<string, readonly string[]>,
): boolean {
  return probes
    .filter(({ right }) => right?.forTokens)
    .every(({ path }) => granted(answers.get(path) ?? []).length === 0);
}

function judged(
  { path, expected, right }: IdentityProbe,
  actual: string[],
  { who, isNeeded }: { who: string; isNeeded: boolean },
): Item {
  const may = granted(actual);
  const should = granted(expected);
  const more = may.filter(it => !should.includes(it));
  const less = should.filter(it => !may.includes(it));
  const item = { path, expected, actual };
  if (more.length > 0) {
    const message = `${who} may ${more.join(', ')} here and must not. Take it out of its policies.`;
    return { ...item, verdict: 'more', message };
  }
  if (less.length === 0)
    return { ...item, verdict: 'exact', message: why(right) };
  if (right?.forTokens && !isNeeded) {
    const message = 'Left out, as it may be where no tenant has a token.';
    return { ...item, verdict: 'exact', message };
  }
  const line = right ? ` Its policy lacks: ${ruleInOneLine(right)}` : '';
  const message = `${who} may not ${less.join(', ')} here.${line}`;
  return { ...item, verdict: 'less', message };
}

function why(right: IdentityProbe['right']): string {
  if (!right) return 'Denied, as it must be.';
  const isRestricted = Object.keys(right.restrictions).length > 0;
  const unseen = isRestricted
    ? ' Which parameters it is restricted to, the KMS does not tell.'
    : '';
  return `For: ${right.why}.${unseen}`;
}

function granted(capabilities: readonly string[]): string[] {
  return capabilities.filter(it => it !== 'deny');
}

function summary(
  items: readonly Item[],
  who: string,
): Pick<CredentialRights, 'verdict' | 'message'> {
  const count = (verdict: Item['verdict']) =>
    items.filter(it => it.verdict === verdict).length;
  const [more, less] = [count('more'), count('less')];
  if (more > 0) {
    const message = `${who} may do more than it has to, at ${pathsIn(more)}.`;
    return { verdict: 'more', message };
  }
  if (less === 0) return { verdict: 'exact' };
  const message = `${who} lacks rights, at ${pathsIn(less)}.`;
  return { verdict: 'less', message };
}

function pathsIn(count: number): string {
  return count === 1 ? '1 path' : `${count} paths`;
}

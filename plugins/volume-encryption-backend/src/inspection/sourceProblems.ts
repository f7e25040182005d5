import type {
  Observed,
  SourceProblem,
  UnknownWhy,
} from 'backstage-plugin-volume-encryption-common';

const CODES: Partial<Record<UnknownWhy, string>> = {
  denied: 'denied',
  sealed: 'sealed',
  timeout: 'unreachable',
  unreachable: 'unreachable',
};

/**
 * Why facts of one source are not known, each reason once; what does not apply
 * is no problem.
 */
export function sourceProblems(
  source: 'cluster' | 'kms',
  name: string,
  facts: readonly Observed<unknown>[],
): SourceProblem[] {
  const found = new Map<string, SourceProblem>();
  for (const fact of facts) {
    if (fact.status === 'observed' || fact.why === 'not-applicable') continue;
    const code = codeOf(source, fact.why);
    found.set(`${code} ${fact.detail}`, {
      source,
      name,
      code,
      message: fact.detail,
    });
  }
  return [...found.values()];
}

function codeOf(source: 'cluster' | 'kms', why: UnknownWhy): string {
  if (why === 'not-configured') return `unknown-${source}`;
  if (why === 'not-synced') return why;
  return `${source}-${CODES[why] ?? 'failed'}`;
}

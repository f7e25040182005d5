import {
  valueOf,
  type Observed,
  type SourceProblem,
  type VolumeFacts,
} from 'backstage-plugin-volume-encryption-common';

const CODES = {
  cluster: 'cluster-unreachable',
  kms: 'kms-unreachable',
} as const;

/**
 * Systems that seem well and leave unanswered what is asked of them, each once:
 * a cluster whose watches go on although it does not say whether a Secret is
 * there, or a KMS that is active and tells of no key, as with a blocked audit
 * device.
 * @param known - problems that are named already
 */
export function unansweredProblems(
  facts: readonly VolumeFacts[],
  known: readonly SourceProblem[],
): SourceProblem[] {
  const named = new Set(known.map(keyOf));
  const found = facts.flatMap(({ cluster, tenant, kms, key }) => [
    ...unanswered('cluster', cluster, tenant.tokenSecret),
    ...unanswered('kms', valueOf(kms)?.name, key),
    ...unanswered('kms', valueOf(kms)?.name, tenant.role),
  ]);
  return found.filter(problem => {
    const isNew = !named.has(keyOf(problem));
    named.add(keyOf(problem));
    return isNew;
  });
}

function keyOf({ source, name }: SourceProblem): string {
  return `${source} ${name}`;
}

function unanswered(
  source: keyof typeof CODES,
  name: string | undefined,
  fact: Observed<unknown>,
): SourceProblem[] {
  if (name === undefined || fact.status !== 'unknown') return [];
  if (fact.why !== 'timeout' && fact.why !== 'unreachable') return [];
  const who = source === 'cluster' ? 'Cluster' : 'KMS';
  const message = `${who} "${name}" leaves unanswered what it is asked. ${fact.detail}`;
  return [{ source, name, code: CODES[source], message }];
}

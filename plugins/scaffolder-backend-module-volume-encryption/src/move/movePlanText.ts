import type {
  MovePlan,
  MoveStep,
  Reason,
} from 'backstage-plugin-volume-encryption-common';

const WHO: Record<MoveStep['who'], string> = {
  developer: 'you',
  'platform-team': 'the platform team',
  'vault-admin': "the Vault's administrators",
  'storage-admin': "the storage's administrators",
  unknown: 'not known',
};

/** The plan to read, as Markdown. */
export function movePlanText(plan: MovePlan): string {
  const { blockers, notes, steps, snapshot } = plan;
  return [
    `Claim **${plan.claim}** of namespace ${plan.namespace} on cluster ${plan.cluster} to **${plan.newClaim}** (${plan.size}, StorageClass ${plan.storageClass}). **Nothing was started.**`,
    ...(blockers.length > 0
      ? ['## In the way', 'Mend this first, then plan again.', list(blockers)]
      : ['## Steps', ...steps.map(stepText)]),
    ...(notes.length > 0 ? ['## To know', list(notes)] : []),
    '## By a snapshot?',
    snapshot.message,
  ].join('\n\n');
}

function stepText(
  { title, who, detail, commands }: MoveStep,
  index: number,
): string {
  const heading = `### ${index + 1}. ${title} (${WHO[who]})`;
  const lines = commands ? [['```sh', commands, '```'].join('\n')] : [];
  return [heading, detail, ...lines].join('\n\n');
}

function list(reasons: Reason[]): string {
  return reasons.map(({ message }) => `- ${message}`).join('\n');
}

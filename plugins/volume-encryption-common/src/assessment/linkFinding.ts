import type { CustodyLink, Remount } from '../contract/api';
import type { Finding, ReasonCode } from '../contract/reasons';

/** What was found of one link of the chain from claim to key. */
export interface LinkFinding extends CustodyLink {
  code: ReasonCode;
}

/** The link as the contract shows it. */
export function viewLink(finding: LinkFinding): CustodyLink {
  const { kind, name, status, grade, detail } = finding;
  return { kind, name, status, grade, detail };
}

const SEVERITY = {
  ok: 'ok',
  warning: 'warning',
  broken: 'error',
  unknown: 'warning',
} as const;

/** The link as a reason for the answer to "would the next mount work?". */
export function reasonOfLink(finding: LinkFinding): Finding {
  const { code, status, grade, detail } = finding;
  return { code, severity: SEVERITY[status], grade, message: detail };
}

/** What each link's status means for the next mount, the gravest first. */
const VERDICTS: [CustodyLink['status'], Remount['verdict']][] = [
  ['broken', 'blocked'],
  ['warning', 'at-risk'],
  ['unknown', 'unknown'],
];

/** The gravest status decides; `ready` only when every link is ok. */
export function remountVerdict(
  statuses: CustodyLink['status'][],
): Remount['verdict'] {
  const gravest = VERDICTS.find(([status]) => statuses.includes(status));
  if (gravest) return gravest[1];
  return statuses.length > 0 ? 'ready' : 'unknown';
}

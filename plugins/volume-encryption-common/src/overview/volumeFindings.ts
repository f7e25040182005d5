import type {
  Diagnosis,
  Reason,
  VolumeFinding,
  VolumeView,
} from '../contract/api';
import type { VolumeFacts } from '../assessment/volumeFacts';
import type { Observed } from '../observation/observed';
import { rankOf } from './impacts';
import { remedyOf } from './remedyOf';

/**
 * What is not as it should be with a volume, the gravest first and each code once:
 * the reasons of its answers that are more than information, and why its claim is
 * stuck. What was only not asked for is no finding. A claim that waits for its
 * volume has one, the newest cause that is known: what else is said of it comes of
 * that, or comes next.
 */
export function volumeFindings(
  view: VolumeView,
  facts: VolumeFacts,
): VolumeFinding[] {
  const diagnoses = diagnosesOf(view);
  const [newest] = diagnoses;
  if (view.phase === 'Pending' && newest) {
    const known = diagnoses.find(({ code }) => code !== 'unrecognised');
    return [ofDiagnosis(known ?? newest)];
  }
  const { protection, custody, remount, inFlight } = view;
  const unasked = codesOfUnasked(facts);
  const reasons = [protection, custody, remount, inFlight]
    .flatMap(answer => answer.reasons)
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .filter(({ code }) => !unasked.has(code));
  const found = [...diagnoses.map(ofDiagnosis), ...reasons.map(ofReason)].sort(
    (one, other) => rankOf(one) - rankOf(other),
  );
  const codes = new Set<string>();
  return found.filter(({ code }) => !codes.has(code) && codes.add(code));
}

/** That a claim waits for its first pod is as it should be. */
function diagnosesOf({ phase, diagnoses }: VolumeView): Diagnosis[] {
  if (phase === 'Bound') return [];
  return diagnoses.filter(({ code }) => code !== 'waiting-for-pod');
}

function ofReason({ code, severity, message }: Reason): VolumeFinding {
  const { impact, ...remedy } = remedyOf(code);
  const bySeverity = severity === 'error' ? 'blocked' : 'at-risk';
  return { code, severity, message, impact: impact ?? bySeverity, ...remedy };
}

function ofDiagnosis({ code, cause, owner, nextStep }: Diagnosis) {
  return {
    code,
    severity: 'error',
    message: cause,
    impact: 'blocked',
    about: 'tenant',
    mender: owner,
    nextStep,
  } satisfies VolumeFinding;
}

function codesOfUnasked({ key, tenant }: VolumeFacts): Set<string> {
  const codes = new Set<string>();
  if (isUnasked(key)) codes.add('key-unread');
  if (isUnasked(tenant.tokenSecret)) codes.add('credential-unread');
  return codes;
}

function isUnasked(fact: Observed<unknown>): boolean {
  return fact.status === 'unknown' && fact.why === 'not-asked';
}

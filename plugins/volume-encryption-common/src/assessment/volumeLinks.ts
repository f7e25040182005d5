import type { Evidence } from './evidence';
import type { LinkFinding } from './linkFinding';
import type { VolumeRecord } from './volumeRecord';

/** The claim itself: is it bound, and is the volume mounted? */
export function claimLink({ facts, mounts }: Evidence): LinkFinding {
  const { meta, phase } = facts.claim;
  const common = { kind: 'claim', name: meta.name, grade: 'E1' } as const;
  if (phase === 'Lost') {
    return {
      ...common,
      status: 'broken',
      code: 'volume-gone',
      detail: 'The claim has lost its volume.',
    };
  }
  if (phase === 'Pending') {
    return {
      ...common,
      status: 'unknown',
      code: 'not-provisioned',
      detail: 'The claim waits for its volume.',
    };
  }
  if (mounts.state !== 'mounted') {
    return {
      ...common,
      status: 'ok',
      code: 'formats-at-first-mount',
      detail: 'The claim is bound. No mount of it was seen.',
    };
  }
  return {
    ...common,
    grade: 'E4',
    status: 'ok',
    code: 'mounted',
    detail: `The claim is bound, and the pod "${mounts.pod}" runs with it mounted.`,
  };
}

const JUDGED = {
  encrypted: 'ok',
  unencrypted: 'warning',
  unsettled: 'unknown',
} as const;

/** The volume's own record. */
export function volumeLink({ facts, record }: Evidence): LinkFinding {
  const kind = 'persistent-volume';
  const name = facts.claim.volumeName ?? 'none yet';
  if (record.state !== 'recorded') {
    const { code, message: detail, grade = 'E0' } = record.finding;
    const status =
      record.state === 'judged' ? JUDGED[record.answer.says] : 'unknown';
    return { kind, name, status, grade, code, detail };
  }
  return { kind, name, grade: 'E2', ...judgeRecord(record) };
}

function judgeRecord({
  asked,
  profile,
}: Extract<VolumeRecord, { state: 'recorded' }>): Pick<
  LinkFinding,
  'status' | 'code' | 'detail'
> {
  switch (asked.encryption) {
    case 'block':
    case 'file':
      return {
        status: 'ok',
        code: 'recorded-encrypted',
        detail: `${profile.title} recorded "${asked.encryption}" encryption on the volume when it made it.`,
      };
    case 'none':
      return {
        status: 'warning',
        code: 'recorded-unencrypted',
        detail: `${profile.title} made the volume without encryption of its own.`,
      };
    default:
      return {
        status: 'unknown',
        code: 'record-ambiguous',
        detail: asked.why,
      };
  }
}

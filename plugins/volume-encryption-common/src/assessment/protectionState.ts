import type { Protection } from '../contract/api';
import type { Finding } from '../contract/reasons';
import { valueOf } from '../observation/observed';
import type { Evidence } from './evidence';
import type { VolumeRecord } from './volumeRecord';

const mountIsNoEvidence: Finding = {
  code: 'mount-not-evidence',
  severity: 'warning',
  grade: 'E2',
  message:
    'A pod runs with it mounted, but old versions of this driver record encryption and do nothing. A key seen in the KMS would settle it.',
};

const keySeen: Finding = {
  code: 'key-present',
  severity: 'ok',
  grade: 'E5',
  message:
    'The KMS says that a key for this volume is present. That it fits the volume shows at a mount only.',
};

/** How far the encryption has come, with the grade of the evidence for it. */
export interface ProtectionState {
  state: Protection['state'];
  grade: 'E2' | 'E4';
  findings: Finding[];
}

/** The state of a volume that is recorded as encrypted. */
export function stateOf(
  evidence: Evidence,
  encryption: 'block' | 'file',
): ProtectionState {
  const { grade, state, finding } = stateByMounts(evidence, encryption);
  const findings = evidence.keySeen ? [finding, keySeen] : [finding];
  return { state, grade, findings };
}

interface StateFinding {
  state: Protection['state'];
  grade: 'E2' | 'E4';
  finding: Finding;
}

function stateByMounts(
  evidence: Evidence,
  encryption: 'block' | 'file',
): StateFinding {
  const { mounts, record, keySeen: isKeySeen } = evidence;
  switch (mounts.state) {
    case 'unread':
      return cannotTell({
        code: 'mounts-unread',
        severity: 'warning',
        message: `Whether a pod has it mounted could not be read: ${mounts.detail}`,
      });
    case 'failed':
      return cannotTell({
        code: 'mount-failed',
        severity: 'warning',
        message: `The pod "${mounts.pod}" could not mount it, last at ${mounts.lastSeen}. See the diagnosis for the cause.`,
      });
    case 'mounted': {
      const proves = isKeySeen || isProvenByMount(record);
      return proves ? active(mounts.pod) : cannotTell(noEvidence(evidence));
    }
    default:
      return unmounted(evidence, encryption);
  }
}

function isProvenByMount(record: VolumeRecord): boolean {
  if (record.state !== 'judged') {
    return record.state === 'recorded' && record.profile.mountProvesEncryption;
  }
  const { answer, profile } = record;
  const isElsewhere = answer.says === 'encrypted' && answer.isOpenedElsewhere;
  return profile.mountProvesEncryption && !isElsewhere;
}

function noEvidence({ record }: Evidence): Finding {
  if (record.state !== 'judged') return mountIsNoEvidence;
  return {
    ...mountIsNoEvidence,
    message:
      'A pod runs with it mounted, which does not show whether it is encrypted: this driver leaves that to the storage.',
  };
}

function unmounted(
  evidence: Evidence,
  encryption: 'block' | 'file',
): StateFinding {
  const { record } = evidence;
  if (
    record.state === 'judged' &&
    record.profile.encrypts !== 'at-first-mount'
  ) {
    return cannotTell({
      code: 'not-mounted',
      severity: 'info',
      message: 'No pod has it mounted now.',
    });
  }
  return encryption === 'block'
    ? unmountedBlock(evidence)
    : unmountedFile(evidence);
}

function active(pod: string): StateFinding {
  return {
    state: 'active',
    grade: 'E4',
    finding: {
      code: 'mounted',
      severity: 'ok',
      grade: 'E4',
      message: `The pod "${pod}" runs with it mounted, and the driver mounts it only when it can open the encryption.`,
    },
  };
}

/** A key is stored before a block volume is made; the format follows at mount. */
function unmountedBlock({ facts }: Evidence): StateFinding {
  const presence = valueOf(facts.key)?.presence;
  const isKeyGone = presence !== undefined && presence !== 'present';
  return {
    state: isKeyGone ? 'cannot-tell' : 'prepared',
    grade: 'E2',
    finding: {
      code: 'formats-at-first-mount',
      severity: 'info',
      grade: 'E2',
      message:
        'Prepared: it formats at first mount. No pod has it mounted now; whether one ever had cannot be seen from here.',
    },
  };
}

function unmountedFile({ keySeen: isKeySeen }: Evidence): StateFinding {
  return {
    state: isKeySeen ? 'prepared' : 'cannot-tell',
    grade: 'E2',
    finding: {
      code: 'key-comes-with-first-mount',
      severity: 'info',
      grade: 'E2',
      message:
        'With file encryption the key is made at the first mount, not before. No pod has it mounted now.',
    },
  };
}

function cannotTell(finding: Finding): StateFinding {
  return { state: 'cannot-tell', grade: 'E2', finding };
}

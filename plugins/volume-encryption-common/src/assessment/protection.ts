import type { EvidenceGrade, Protection } from '../contract/api';
import type { Finding } from '../contract/reasons';
import { classFindings, classPrediction } from './classFindings';
import { copyNote, whyCopyIsUnsettled } from './copyNote';
import type { Evidence } from './evidence';
import { judgedProtection } from './judgedProtection';
import { lostKeyFindings } from './lostKey';
import { stateOf } from './protectionState';
import type { VolumeRecord } from './volumeRecord';

type Recorded = Extract<VolumeRecord, { state: 'recorded' }>;

const unencrypted: Finding = {
  code: 'recorded-unencrypted',
  severity: 'warning',
  grade: 'E2',
  message:
    'The driver made this volume without encryption of its own, and it cannot be added later. Make a new volume from an encrypted class and copy the data. What lies below it is another answer.',
};

/**
 * Is the volume encrypted? Only its own record can say so; mounts and the key's
 * presence add to that, the class never does.
 */
export function assessProtection(evidence: Evidence): Protection {
  const { record } = evidence;
  switch (record.state) {
    case 'not-provisioned':
      return undecided('E0', [
        record.finding,
        ...classPrediction(evidence.facts),
      ]);
    case 'static':
      return undecided('E1', [record.finding]);
    case 'unreadable':
      return undecided('E0', [record.finding]);
    case 'judged':
      return judgedProtection(record, evidence);
    default:
      return assessRecord(evidence, record);
  }
}

function assessRecord(
  evidence: Evidence,
  { asked: { encryption }, profile }: Recorded,
): Protection {
  const { custody, facts } = evidence;
  if (facts.claim.dataSource && profile.copyRecord === 'says-nothing') {
    const finding: Finding = {
      code: 'copy-not-settled',
      severity: 'warning',
      grade: 'E1',
      message: whyCopyIsUnsettled(profile),
    };
    return undecided('E1', [finding, ...copyNote(profile, facts)]);
  }
  if (encryption === 'none') {
    return {
      verdict: 'none',
      state: 'cannot-tell',
      grade: 'E2',
      reasons: [unencrypted, ...classFindings(evidence)],
    };
  }
  if (encryption === 'invalid' || encryption === 'unknown') {
    const finding = custody.kind === 'unknown' ? [custody.finding] : [];
    return undecided('E2', [...finding, ...classFindings(evidence)]);
  }
  const { state, grade, findings } = stateOf(evidence, encryption);
  return {
    verdict: 'volume/customer-key',
    state,
    grade,
    reasons: [
      encrypted(encryption),
      ...findings,
      ...lostKeyFindings(evidence),
      ...copyNote(profile, facts),
      ...classFindings(evidence),
    ],
  };
}

function undecided(grade: EvidenceGrade, reasons: Finding[]): Protection {
  return { verdict: 'unknown', state: 'cannot-tell', grade, reasons };
}

function encrypted(encryption: 'block' | 'file'): Finding {
  const how =
    encryption === 'block' ? 'LUKS on the device' : 'fscrypt on files';
  return {
    code: 'recorded-encrypted',
    severity: 'ok',
    grade: 'E2',
    message: `The driver made this volume with encryption (${how}); that is recorded on it and cannot be changed.`,
  };
}

import { valueOf } from '../observation/observed';
import { isCronSchedule } from './cronSchedule';
import { FALLBACK_SCHEDULE } from './csiAddons';
import type { KeyRotationFacts, KeyRotationHistory } from './keyRotationFacts';
import { isClassOnly, type RotationSchedule } from './rotationSchedule';

const PLACES = {
  claim: 'the claim',
  namespace: 'its namespace',
  'storage-class': 'its StorageClass',
};

/** What csi-addons reads beyond what is accepted here (robfig/cron v3, parser.go). */
const READ_TOO = /^(@every |@annually$|@midnight$|(CRON_)?TZ=)/;

/** What somebody should know who relies on the schedule, in sentences. */
export function rotationRemarks(
  facts: KeyRotationHistory,
  asked: RotationSchedule,
): string[] {
  return [
    ...settingsRemarks(facts),
    ...scheduleRemarks(asked),
    ...attachmentRemarks(facts),
    ...jobRemarks(facts),
  ];
}

/** Whether a run could do anything now: the volume must be on a node. */
export function isAttached({ pods }: KeyRotationFacts): boolean | undefined {
  return valueOf(pods)?.some(
    ({ nodeName, phase }) =>
      nodeName !== undefined && phase !== 'Succeeded' && phase !== 'Failed',
  );
}

/** Why the schedule is not followed, or undefined when it is. */
export function whyOff({
  disabledOn,
  isUnmanaged,
  cronJob,
}: RotationSchedule): string | undefined {
  if (disabledOn) {
    return `It is switched off by keyrotation.csiaddons.openshift.io/enable "false" on ${PLACES[disabledOn]}.`;
  }
  if (!isUnmanaged) return undefined;
  return `The EncryptionKeyRotationCronJob ${cronJob?.meta.name} is marked as unmanaged, so csi-addons does not follow the annotations; its own schedule counts.`;
}

function scheduleRemarks(asked: RotationSchedule): string[] {
  const { schedule, cronJob } = asked;
  const off = whyOff(asked);
  if (off) return [off];
  if (schedule === undefined) {
    return [
      'No schedule is set on the claim, its namespace or its StorageClass.',
    ];
  }
  const remarks: string[] = [];
  if (!isCronSchedule(schedule) && !READ_TOO.test(schedule)) {
    remarks.push(
      `csi-addons cannot read that schedule and takes ${FALLBACK_SCHEDULE} for it.`,
    );
  }
  if (!cronJob) {
    remarks.push('csi-addons has made no EncryptionKeyRotationCronJob for it.');
  }
  return remarks;
}

function settingsRemarks(facts: KeyRotationFacts): string[] {
  if (isClassOnly(facts)) {
    return [
      'On this cluster only the schedule of the StorageClass counts (schedule-precedence).',
    ];
  }
  const unread = [facts.settings, facts.namespace, facts.storageClass].flatMap(
    fact => (fact.status === 'unknown' ? [fact.detail] : []),
  );
  return unread.map(
    detail => `What else may decide on it could not be read: ${detail}`,
  );
}

function attachmentRemarks(facts: KeyRotationFacts): string[] {
  return isAttached(facts) === false
    ? ['No pod uses the volume now; a run while it is on no node fails.']
    : [];
}

function jobRemarks({ jobs }: KeyRotationHistory): string[] {
  return jobs.status === 'unknown'
    ? [`How the runs went could not be read: ${jobs.detail}`]
    : [];
}

import {
  ANNOTATION_CSI_ADDONS_STATE,
  ANNOTATION_KEY_ROTATION_CRON_JOB,
  ANNOTATION_KEY_ROTATION_ENABLE,
  ANNOTATION_KEY_ROTATION_SCHEDULE,
} from '../contract/annotations';
import type { KeyRotation } from '../contract/api';
import type { EncryptionKeyRotationCronJob } from '../kubernetes/csiAddons';
import type { ObjectMeta } from '../kubernetes/objects';
import { valueOf } from '../observation/observed';
import { CLASS_ONLY, PRECEDENCE_KEY } from './csiAddons';
import type { KeyRotationFacts } from './keyRotationFacts';

/** Where an annotation may stand, in the order in which it counts. */
type Place = NonNullable<KeyRotation['scheduleFrom']>;

/** What the annotations and the CronJob come to. */
export interface RotationSchedule {
  schedule?: string;
  scheduleFrom?: Place;
  /** Where `enable: "false"` stands. */
  disabledOn?: Place;
  cronJob?: EncryptionKeyRotationCronJob;
  /** True when csi-addons does not follow the annotations. */
  isUnmanaged: boolean;
}

/**
 * csi-addons takes the first schedule of claim, namespace and StorageClass, and
 * `enable: "false"` on any of them, unless only the StorageClass counts. It
 * leaves alone a CronJob that is not `managed`, whatever they say (csi-addons
 * internal/controller/csiaddons/persistentvolumeclaim_controller.go).
 */
export function rotationSchedule(facts: KeyRotationFacts): RotationSchedule {
  const cronJob = cronJobOf(facts);
  const state = cronJob?.meta.annotations[ANNOTATION_CSI_ADDONS_STATE];
  if (cronJob && state !== undefined && state !== 'managed') {
    return { schedule: cronJob.schedule, cronJob, isUnmanaged: true };
  }
  const places = placesOf(facts);
  const annotated = places.find(
    ([, meta]) => meta?.annotations[ANNOTATION_KEY_ROTATION_SCHEDULE],
  );
  const off = places.find(
    ([, meta]) => meta?.annotations[ANNOTATION_KEY_ROTATION_ENABLE] === 'false',
  );
  return {
    schedule:
      annotated?.[1]?.annotations[ANNOTATION_KEY_ROTATION_SCHEDULE] ??
      cronJob?.schedule,
    scheduleFrom: annotated?.[0],
    disabledOn: off?.[0],
    cronJob,
    isUnmanaged: false,
  };
}

/** Whether annotations on claims and namespaces are ignored. */
export function isClassOnly({ settings }: KeyRotationFacts): boolean {
  return valueOf(settings)?.data[PRECEDENCE_KEY] === CLASS_ONLY;
}

function placesOf(facts: KeyRotationFacts): [Place, ObjectMeta | undefined][] {
  const ofClass: [Place, ObjectMeta | undefined] = [
    'storage-class',
    valueOf(facts.storageClass)?.meta,
  ];
  if (isClassOnly(facts)) return [ofClass];
  return [
    ['claim', facts.claim.meta],
    ['namespace', valueOf(facts.namespace)?.meta],
    ofClass,
  ];
}

/** The one that the claim names, or any that is for it. */
function cronJobOf({
  claim,
  cronJobs,
}: KeyRotationFacts): EncryptionKeyRotationCronJob | undefined {
  const { name, annotations } = claim.meta;
  const ofClaim = valueOf(cronJobs)?.filter(it => it.claimName === name) ?? [];
  const named = annotations[ANNOTATION_KEY_ROTATION_CRON_JOB];
  return ofClaim.find(it => it.meta.name === named) ?? ofClaim[0];
}

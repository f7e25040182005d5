import type { Fields } from './fields';
import type { EncryptionKeyRotationCronJob } from './csiAddons';
import { parseMeta } from './parseMeta';

/**
 * When csi-addons changes a key (csi-addons
 * api/csiaddons/v1alpha1/encryptionkeyrotationcronjob_types.go).
 */
export function parseEncryptionKeyRotationCronJob(
  object: Fields,
): EncryptionKeyRotationCronJob {
  const spec = object.child('spec');
  const status = object.child('status');
  return {
    kind: 'EncryptionKeyRotationCronJob',
    meta: parseMeta(object),
    claimName: spec
      .child('jobTemplate')
      .child('spec')
      .child('target')
      .optionalText('persistentVolumeClaim'),
    schedule: spec.text('schedule'),
    suspended: spec.isTrue('suspend'),
    lastScheduledAt: status.optionalTime('lastScheduleTime'),
    lastSuccessAt: status.optionalTime('lastSuccessfulTime'),
  };
}

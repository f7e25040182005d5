import type { Fields } from './fields';
import type { EncryptionKeyRotationJob } from './csiAddons';
import { parseMeta } from './parseMeta';

/**
 * One run of csi-addons; one that has not ended has no result (csi-addons
 * api/csiaddons/v1alpha1/encryptionkeyrotationjob_types.go).
 */
export function parseEncryptionKeyRotationJob(
  object: Fields,
): EncryptionKeyRotationJob {
  const status = object.child('status');
  const result = status.optionalText('result');
  return {
    kind: 'EncryptionKeyRotationJob',
    meta: parseMeta(object),
    claimName: object
      .child('spec')
      .child('target')
      .optionalText('persistentVolumeClaim'),
    result: result === 'Succeeded' || result === 'Failed' ? result : undefined,
    message: status.optionalText('message'),
    retries: status.optionalNumber('retries') ?? 0,
    startedAt: status.optionalTime('startTime'),
    completedAt: status.optionalTime('completionTime'),
  };
}

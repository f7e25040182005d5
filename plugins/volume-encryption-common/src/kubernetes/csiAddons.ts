import type { ObjectMeta } from './objects';

/** One run of a key's change (`csiaddons.openshift.io/v1alpha1`). @public */
export interface EncryptionKeyRotationJob {
  kind: 'EncryptionKeyRotationJob';
  meta: ObjectMeta;
  claimName?: string;
  result?: 'Succeeded' | 'Failed';
  message?: string;
  retries: number;
  startedAt?: string;
  completedAt?: string;
}

/** When a key is changed (`csiaddons.openshift.io/v1alpha1`). @public */
export interface EncryptionKeyRotationCronJob {
  kind: 'EncryptionKeyRotationCronJob';
  meta: ObjectMeta;
  claimName?: string;
  schedule: string;
  suspended: boolean;
  lastScheduledAt?: string;
  lastSuccessAt?: string;
}

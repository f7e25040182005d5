import type { VolumeFacts } from '../assessment/volumeFacts';
import {
  keyOf,
  notKnown,
  possible,
  UNKNOWN_KEY,
  whereEncrypted,
} from '../driverLifecycle/actAnswers';
import type { ActAnswer } from '../driverLifecycle/driverLifecycle';
import { isVolumeOfClaim } from '../kubernetes/isVolumeOfClaim';
import { valueOf } from '../observation/observed';
import type { LifecycleSubject } from './lifecycleSubject';

/**
 * What deletion of the claim does: first the volume's reclaim policy, then, where
 * that is Delete, its driver (Kubernetes `docs/concepts/storage/persistent-volumes`).
 */
export function onDelete(
  facts: VolumeFacts,
  subject: LifecycleSubject | { why: string },
  byDriver: () => ActAnswer,
): ActAnswer {
  switch (reclaimPolicyOf(facts)) {
    case 'Delete':
      return byDriver();
    case 'Retain':
      return retained(subject);
    case undefined:
      return notKnown(
        'The reclaim policy could not be read, and it decides. The PersistentVolume, or for a claim without one its class, settles it.',
      );
    default:
      return notKnown(
        'The reclaim policy is neither Delete nor Retain; what it does is up to the volume plugin. Ask the platform team.',
      );
  }
}

/** The volume's, which is its class's of the day it was made; then the class's. */
function reclaimPolicyOf({
  claim,
  volume,
  storageClass,
}: VolumeFacts): string | undefined {
  const bound = valueOf(volume);
  if (bound) {
    return isVolumeOfClaim(bound, claim) ? bound.reclaimPolicy : undefined;
  }
  return claim.phase === 'Pending' && volume.status === 'observed'
    ? valueOf(storageClass)?.reclaimPolicy
    : undefined;
}

const STAYS =
  'The volume stays with its data, as "Released", until an administrator deletes or reuses it.';

function retained(subject: LifecycleSubject | { why: string }): ActAnswer {
  if ('why' in subject) return possible(STAYS, UNKNOWN_KEY);
  const { volume } = subject;
  return possible(
    STAYS,
    keyOf(
      volume,
      'stays',
      'The key stays where it is, and must stay as long as the volume.',
    ),
    whereEncrypted(
      volume,
      'Who removes the key or what gives access to it loses the data, although the volume is still there.',
    ),
  );
}

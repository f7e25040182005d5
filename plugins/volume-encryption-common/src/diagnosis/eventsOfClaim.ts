import type {
  ClusterEvent,
  PersistentVolumeClaim,
} from '../kubernetes/objects';

/** What is over once a claim is bound; a volume made by hand ends it without a word. */
const BEFORE_BOUND = new Set([
  'ExternalProvisioning',
  'FailedBinding',
  'ProvisioningFailed',
  'VolumeMismatch',
  'WaitForFirstConsumer',
  'WaitForPodScheduled',
]);

/** The names that provisioners give volumes; the kubelet's texts repeat them. */
const VOLUME = /for volume "(pvc-[\da-f]{8}-[\da-f-]{27})"/;

/**
 * Of the events about a claim, its volume and its pods those that tell of the
 * claim as it is now: nothing of the time before it was bound, and nothing of
 * other volumes that its pods use as well.
 */
export function eventsOfClaim(
  events: readonly ClusterEvent[],
  { phase, volumeName }: Pick<PersistentVolumeClaim, 'phase' | 'volumeName'>,
): ClusterEvent[] {
  return events.filter(({ about, reason, message }) => {
    if (about.kind === 'Pod') {
      const named = VOLUME.exec(message)?.[1];
      return !named || named === volumeName;
    }
    return phase !== 'Bound' || !BEFORE_BOUND.has(reason);
  });
}

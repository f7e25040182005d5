import type { ClusterEvent } from '../kubernetes/objects';

/** Normal events that say why a claim waits; every other Normal event is noise. */
const WAITING = new Set([
  'WaitForFirstConsumer',
  'WaitForPodScheduled',
  'FailedBinding',
]);

/** Later success of the same object ends these failures of it. */
const ENDED_BY: Readonly<Record<string, readonly string[]>> = {
  ProvisioningSucceeded: ['ProvisioningFailed', ...WAITING],
  SuccessfulAttachVolume: ['FailedAttachVolume'],
  Started: [
    'FailedAttachVolume',
    'FailedMapVolume',
    'FailedMount',
    'FailedScheduling',
  ],
};

/**
 * The events that tell of a trouble that has not ended: Warnings and the
 * waiting kinds of Normal events, without those that a later success of the
 * same object ended (events are kept for an hour). `ExternalProvisioning` and
 * its like mean nothing by themselves.
 */
export function relevantEvents(
  events: readonly ClusterEvent[],
): ClusterEvent[] {
  return events.filter(
    event =>
      (event.type === 'Warning' || WAITING.has(event.reason)) &&
      !events.some(later => ends(later, event)),
  );
}

function ends(success: ClusterEvent, failure: ClusterEvent): boolean {
  return (
    success.type === 'Normal' &&
    (ENDED_BY[success.reason]?.includes(failure.reason) ?? false) &&
    isAboutTheSame(success, failure) &&
    Date.parse(success.lastSeen) >= Date.parse(failure.lastSeen)
  );
}

function isAboutTheSame(one: ClusterEvent, other: ClusterEvent): boolean {
  return (
    one.about.kind === other.about.kind &&
    one.about.namespace === other.about.namespace &&
    one.about.name === other.about.name &&
    one.about.uid === other.about.uid
  );
}

/**
 * True for an event that belongs to storage even if its text is not known:
 * any of a claim or volume, and of a pod those that name a volume. A pod's
 * failing probe is not our concern.
 */
export function isAboutStorage(event: ClusterEvent): boolean {
  return (
    event.about.kind.startsWith('PersistentVolume') ||
    /Volume|Mount|Unmap|FileSystem/.test(event.reason)
  );
}

import type { ClusterEvent } from '../kubernetes/objects';

/** Normal events that say why a claim waits; every other Normal event is noise. */
const WAITING = ['WaitForFirstConsumer', 'WaitForPodScheduled'];
const UNBOUND = [...WAITING, 'FailedBinding', 'ExternalProvisioning'];

/** What a provisioner that has heard of a claim says of it. */
const ANSWERS = new Set([
  'Provisioning',
  'ProvisioningFailed',
  'ProvisioningSucceeded',
]);

/**
 * How long nobody has to answer for a class before that counts as a trouble.
 * The controller repeats its request every 15 seconds (kubernetes
 * `pvc-pv-binder-sync-period`), a provisioner answers within one or two.
 */
const SILENCE_MS = 60_000;

/** Later news of the same object ends these of it. */
const ENDED_BY: Readonly<Record<string, readonly string[]>> = {
  Provisioning: WAITING,
  ProvisioningFailed: WAITING,
  ExternalProvisioning: WAITING,
  WaitForPodScheduled: ['WaitForFirstConsumer'],
  ProvisioningSucceeded: ['ProvisioningFailed', 'VolumeMismatch', ...UNBOUND],
  FileSystemResizeSuccessful: ['FileSystemResizeFailed', 'VolumeResizeFailed'],
  VolumeResizeSuccessful: ['VolumeResizeFailed'],
  Scheduled: ['FailedScheduling'],
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
 * waiting kinds of Normal events, without those that later news of the same
 * object ended (events are kept for an hour). `ExternalProvisioning` comes with
 * every claim and counts only where nobody answers it.
 */
export function relevantEvents(
  events: readonly ClusterEvent[],
): ClusterEvent[] {
  return events.filter(
    event =>
      (event.type === 'Warning' || UNBOUND.includes(event.reason)) &&
      !events.some(later => ends(later, event)) &&
      (event.reason !== 'ExternalProvisioning' || isUnanswered(event, events)),
  );
}

function isUnanswered(
  request: ClusterEvent,
  events: readonly ClusterEvent[],
): boolean {
  const { firstSeen, lastSeen } = request;
  return (
    Date.parse(lastSeen) - Date.parse(firstSeen) >= SILENCE_MS &&
    !events.some(
      event => ANSWERS.has(event.reason) && isAboutTheSame(event, request),
    )
  );
}

function ends(news: ClusterEvent, older: ClusterEvent): boolean {
  return (
    (ENDED_BY[news.reason]?.includes(older.reason) ?? false) &&
    isAboutTheSame(news, older) &&
    Date.parse(news.lastSeen) >= Date.parse(older.lastSeen)
  );
}

/** A pod's volumes come and fail one by one. */
function isAboutTheSame(one: ClusterEvent, other: ClusterEvent): boolean {
  const [here, there] = [one, other].map(
    ({ message }) => /for volume "([^"]+)"/.exec(message)?.[1],
  );
  return (
    (!here || !there || here === there) &&
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

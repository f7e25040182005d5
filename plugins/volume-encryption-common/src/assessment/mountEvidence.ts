import { relevantEvents } from '../diagnosis/relevantEvents';
import type { ClusterEvent, Pod } from '../kubernetes/objects';
import type { VolumeFacts } from './volumeFacts';

/** What pods and events say about the volume being mounted now. */
export type MountEvidence =
  /** A pod's containers run with it, and nothing says that its mount failed. */
  | { state: 'mounted'; pod: string; node?: string }
  /** A pod could not mount it, and no other pod has it mounted for sure. */
  | { state: 'failed'; pod: string; lastSeen: string }
  | { state: 'not-mounted' }
  | { state: 'unread'; detail: string };

/** Reads the evidence. Failed reads are `unread`, never `not-mounted`. */
export function readMounts(facts: VolumeFacts): MountEvidence {
  const { pods, events } = facts;
  if (pods.status === 'unknown') {
    return { state: 'unread', detail: pods.detail };
  }
  const users = pods.value.filter(pod => isUser(pod, facts));
  const started = users.filter(pod => pod.containersStarted);
  if (events.status === 'unknown') {
    return started.length > 0
      ? { state: 'unread', detail: events.detail }
      : { state: 'not-mounted' };
  }
  const failures = mountFailures(relevantEvents(events.value), facts);
  const isTroubled = (pod: Pod) =>
    failures.some(event => isAbout(event, pod) && !isOvercome(event, pod));
  const sound = started.find(pod => !isTroubled(pod));
  if (sound) {
    return { state: 'mounted', pod: sound.meta.name, node: sound.nodeName };
  }
  const failure = failures.find(event => users.some(it => isAbout(event, it)));
  return failure
    ? { state: 'failed', pod: failure.about.name, lastSeen: failure.lastSeen }
    : { state: 'not-mounted' };
}

/**
 * True for a pod that may have the claim's volume now. One that has ended does
 * not: its mount is gone, and it may have used an older claim of that name.
 */
export function isUser(pod: Pod, { claim }: VolumeFacts): boolean {
  return (
    pod.phase !== 'Succeeded' &&
    pod.phase !== 'Failed' &&
    pod.meta.namespace === claim.meta.namespace &&
    pod.claimNames.includes(claim.meta.name)
  );
}

const FAILED = new Set(['FailedMount', 'FailedMapVolume']);

/** The kubelet's texts name the volume, unless they count all of the pod's. */
function mountFailures(
  events: ClusterEvent[],
  { claim, volume }: VolumeFacts,
): ClusterEvent[] {
  const name =
    (volume.status === 'observed' && volume.value?.meta.name) ||
    claim.volumeName;
  return events.filter(({ reason, message }) => {
    const named = /for volume "([^"]+)"/.exec(message)?.[1];
    return FAILED.has(reason) && (!named || named === name);
  });
}

/** A container that started after the failure had its volumes mounted by then. */
function isOvercome({ lastSeen }: ClusterEvent, { startedAt }: Pod): boolean {
  return (
    startedAt !== undefined && Date.parse(lastSeen) < Date.parse(startedAt)
  );
}

/** A StatefulSet's pods keep their names, so the uid decides where there is one. */
function isAbout({ about }: ClusterEvent, { meta }: Pod): boolean {
  if (about.kind !== 'Pod' || about.name !== meta.name) return false;
  return !about.uid || about.uid === meta.uid;
}

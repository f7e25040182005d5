import { assessVolume } from '../assessment/assessVolume';
import { isUser } from '../assessment/mountEvidence';
import type { VolumeFacts } from '../assessment/volumeFacts';
import type { Mount, VolumeView } from '../contract/api';
import { diagnose } from '../diagnosis/diagnose';
import { eventsOfClaim } from '../diagnosis/eventsOfClaim';
import { isVolumeOfClaim } from '../kubernetes/isVolumeOfClaim';
import { valueOf } from '../observation/observed';
import { oldestOf } from '../observation/oldestOf';

/**
 * A volume as the entity tab shows it: its facts in short, and the judgement.
 *
 * @public
 */
export function viewVolume(facts: VolumeFacts): VolumeView {
  const { claim, cluster } = facts;
  const named = valueOf(facts.volume);
  const volume = named && isVolumeOfClaim(named, claim) ? named : undefined;
  return {
    cluster,
    namespace: claim.meta.namespace,
    claim: claim.meta.name,
    phase: claim.phase,
    createdAt: claim.meta.createdAt,
    requested: claim.requested,
    capacity: claim.capacity,
    storageClass: claim.storageClassName,
    bindingMode: valueOf(facts.storageClass)?.bindingMode,
    persistentVolume: claim.volumeName,
    driver: volume?.csi?.driver,
    volumeHandle: volume?.csi?.volumeHandle,
    mounts: mountsOf(facts),
    ...assessVolume(facts),
    diagnoses: diagnose(eventsOfClaim(valueOf(facts.events) ?? [], claim)),
    observedAt: oldestClusterFact(facts),
    keyObservedAt: facts.key.status === 'observed' ? facts.key.at : undefined,
  };
}

function mountsOf(facts: VolumeFacts): Mount[] {
  const users = (valueOf(facts.pods) ?? []).filter(pod => isUser(pod, facts));
  return users.map(({ meta, nodeName, containersStarted }) => ({
    pod: meta.name,
    node: nodeName,
    running: containersStarted,
  }));
}

/** The judgement is as old as the oldest fact that it rests on. */
function oldestClusterFact(facts: VolumeFacts): string {
  const { volume, storageClass, pods, events, connections } = facts;
  return (
    oldestOf([volume, storageClass, pods, events, connections]) ?? facts.now
  );
}

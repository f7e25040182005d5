import type { MoveStep } from '../contract/api';
import { cutOverSteps } from './cutOverSteps';
import { endSteps } from './endSteps';
import {
  FILES,
  kubectl,
  retain,
  statefulSets,
  type MoveContext,
} from './moveContext';

/** What is done, in order, and by whom. The portal does none of it. */
export function moveSteps(context: MoveContext): MoveStep[] {
  return [
    claimStep(context),
    ...(context.volume.reclaimPolicy === 'Retain' ? [] : [keepStep(context)]),
    stopStep(context),
    copyStep(context),
    checkStep(context),
    ...cutOverSteps(context),
    ...endSteps(context),
  ];
}

function claimStep(context: MoveContext): MoveStep {
  const { newClaim, isClaimed, storageClass } = context;
  const { name } = newClaim.metadata;
  const when =
    storageClass.bindingMode === 'WaitForFirstConsumer'
      ? 'Its volume is made when the copy starts; until then it is Pending, which is no failure.'
      : 'Wait until it is Bound; the Encryption tab says why if it is not.';
  return {
    id: 'claim',
    title: isClaimed
      ? `The new claim ${name} is there`
      : `Make the new claim ${name}`,
    who: 'developer',
    detail: `Apply ${FILES.claim}, or run template "Encrypted volume" with the same name, class and size. ${when}`,
    commands: kubectl(context, `apply -f ${FILES.claim}`),
  };
}

function keepStep({ volume }: MoveContext): MoveStep {
  const { name } = volume.meta;
  return {
    id: 'keep',
    title: 'Keep the old volume when its claim goes',
    who: 'platform-team',
    detail: `The reclaim policy of PersistentVolume ${name} is ${volume.reclaimPolicy}. With Retain it stays as the way back, whatever becomes of its claim.`,
    commands: retain(name),
  };
}

function stopStep(context: MoveContext): MoveStep {
  const { users, claim } = context;
  const inUse =
    users.pods.length > 0
      ? `It is used by ${users.pods.join(', ')}.`
      : 'No pod was seen that uses it.';
  const scaled = users.workloads.map(({ kind, name }) =>
    kubectl(context, `scale ${kind.toLowerCase()}/${name} --replicas=0`),
  );
  const gone = users.pods.map(name =>
    kubectl(context, `wait --for=delete pod/${name} --timeout=10m`),
  );
  const trap =
    statefulSets(context).length > 0
      ? ' Look at persistentVolumeClaimRetentionPolicy of the StatefulSet before: with Delete its claims go with its pods or with itself, so set Retain.'
      : '';
  return {
    id: 'stop',
    title: 'Stop whatever writes to the old volume',
    who: 'developer',
    detail: `${inUse} From here until the end the application is down. Suspend what would start it again first: autoscalers, CronJobs, Argo CD or Flux. What is written to claim ${claim.meta.name} during the copy is not copied, and the verification fails.${trap}`,
    ...(scaled.length > 0 && { commands: [...scaled, ...gone].join('\n') }),
  };
}

function copyStep(context: MoveContext): MoveStep {
  const { job, claim } = context;
  const how =
    claim.volumeMode === 'Block'
      ? 'It copies every byte of the device, then reads and compares both.'
      : 'It copies all files with owners, modes, times, links, ACLs, user attributes and capabilities, then reads both again and compares one checksum over all of that. Sockets are left out.';
  return {
    id: 'copy',
    title: 'Copy, and verify the copy',
    who: 'developer',
    detail: `Apply ${FILES.job}. ${how} It reads the old volume only. The last line of its log begins with VERIFIED, or the Job has failed: then nothing is switched, and the old volume is as it was. It is not tried again by itself.`,
    commands: [
      kubectl(context, `apply -f ${FILES.job}`),
      kubectl(context, `logs --follow --pod-running-timeout=10m job/${job}`),
    ].join('\n'),
  };
}

function checkStep({ newClaim }: MoveContext): MoveStep {
  const { name } = newClaim.metadata;
  return {
    id: 'check',
    title: 'Read the verdict on the new volume',
    who: 'developer',
    detail: `The Encryption tab has to say of ${name} that it is encrypted and who holds its key. Action volume-encryption:volume:verify asks the same and fails otherwise. Do not go on while it is unknown or none: that the Job has verified the copy says nothing of encryption.`,
  };
}

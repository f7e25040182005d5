import type { MoveStep } from '../contract/api';
import { kubectl, statefulSets, type MoveContext } from './moveContext';

/** What is left behind. */
export function endSteps(context: MoveContext): MoveStep[] {
  return [removeStep(context), forgetStep(context)];
}

function removeStep(context: MoveContext): MoveStep {
  const { job, claim, volume } = context;
  const isRenamed = statefulSets(context).length > 0;
  const commands = isRenamed
    ? []
    : [
        kubectl(context, `delete job ${job}`),
        kubectl(context, `delete pvc ${claim.meta.name}`),
      ];
  return {
    id: 'remove',
    title: 'Remove the old volume, when nobody wants the way back any more',
    who: 'platform-team',
    detail: `With Retain PersistentVolume ${volume.meta.name} stays as Released, with all its data in clear. To have its driver delete it, set its reclaim policy to Delete when its claim is gone; where a person made it, what it points to is removed at the storage.`,
    commands: [
      ...commands,
      `kubectl patch pv ${volume.meta.name} --type=merge -p '{"spec":{"persistentVolumeReclaimPolicy":"Delete"}}'`,
    ].join('\n'),
  };
}

function forgetStep({ claim }: MoveContext): MoveStep {
  return {
    id: 'clear-data',
    title: 'See to the data that was in clear',
    who: 'storage-admin',
    detail: `There is no key to destroy, so the old data cannot be made unreadable at once: deletion gives its blocks back, and what was written stays on the disks until it is written over, unless the storage itself encrypts or erases them. The same holds for snapshots, clones and backups of claim ${claim.meta.name}: they stay in clear until they are deleted. Where secrets were in it, change them.`,
  };
}

import { stringify } from 'yaml';
import type { MoveStep } from '../contract/api';
import { kubectl, retain, statefulSets, type MoveContext } from './moveContext';

/** How the application gets the new volume, by what runs it. */
export function cutOverSteps(context: MoveContext): MoveStep[] {
  const sets = statefulSets(context);
  if (sets.length > 0) {
    return [renameStep(context), templateStep(context), startStep(context)];
  }
  return [switchStep(context), startStep(context)];
}

/** Where the name of the claim is written by people. */
function switchStep({ claim, newClaim, users }: MoveContext): MoveStep {
  const { name } = newClaim.metadata;
  const where =
    users.workloads.length > 0
      ? users.workloads.map(it => `${it.kind} ${it.name}`).join(', ')
      : 'the workload';
  return {
    id: 'switch',
    title: `Name the claim ${name} in the workload`,
    who: 'developer',
    detail: `In the manifest of ${where}, where it is kept, write claimName: ${name} in place of ${claim.meta.name}. If it is a StatefulSet that was not seen because its pods are stopped, its claims have fixed names: start it, and have this plan made again. The way back is the old name.`,
  };
}

/**
 * A StatefulSet looks for claims by name (`<template>-<set>-<number>`), so the
 * volume is bound anew to a claim of the old name. Kubernetes binds a claim that
 * names a volume whose `claimRef` is empty (`concepts/storage/persistent-volumes`).
 */
function renameStep(context: MoveContext): MoveStep {
  const { claim, newClaim } = context;
  const { name } = newClaim.metadata;
  const former = claim.meta.name;
  const { labels } = claim.meta;
  const manifest = stringify({
    ...newClaim,
    metadata: {
      name: former,
      namespace: claim.meta.namespace,
      labels: { ...labels, ...newClaim.metadata.labels },
    },
    spec: { ...newClaim.spec, volumeName: '$NEW' },
  });
  return {
    id: 'rename',
    title: `Give the new volume the claim name ${former}`,
    who: 'platform-team',
    detail: `A StatefulSet finds its volumes by the names of their claims, and a claim cannot be renamed: both claims are deleted, and the new volume is bound to a new one of the old name. That deletes data unless both volumes have Retain, so look at the two lines before you go on. The way back is the same with the old volume.`,
    commands: [
      `OLD=${context.volume.meta.name}`,
      `NEW=$(${kubectl(context, `get pvc ${name} -o jsonpath='{.spec.volumeName}'`)})`,
      retain('"$OLD"'),
      retain('"$NEW"'),
      `kubectl get pv "$OLD" "$NEW" -o custom-columns=NAME:.metadata.name,POLICY:.spec.persistentVolumeReclaimPolicy`,
      kubectl(context, `delete job ${context.job} --ignore-not-found`),
      kubectl(context, `delete pvc ${former} ${name}`),
      `kubectl patch pv "$NEW" --type=merge -p '{"spec":{"claimRef":null}}'`,
      `kubectl apply -f - <<END\n${manifest}END`,
      kubectl(
        context,
        `wait --for=jsonpath='{.status.phase}'=Bound pvc/${former} --timeout=2m`,
      ),
    ].join('\n'),
  };
}

/** Of a StatefulSet `volumeClaimTemplates` cannot be changed. */
function templateStep(context: MoveContext): MoveStep {
  const sets = statefulSets(context).map(({ name }) => name);
  return {
    id: 'template',
    title: 'Have further replicas encrypted as well',
    who: 'developer',
    detail: `Each claim of the StatefulSet is moved by a plan of its own. Claims that are made later are of the class that volumeClaimTemplates names, which cannot be changed: delete the StatefulSet and leave what it runs, then apply it anew with storageClassName ${context.storageClass.meta.name}.`,
    commands: sets
      .map(name =>
        kubectl(context, `delete statefulset/${name} --cascade=orphan`),
      )
      .join('\n'),
  };
}

function startStep({ newClaim, claim, ...context }: MoveContext): MoveStep {
  const isRenamed = statefulSets({ newClaim, claim, ...context }).length > 0;
  const name = isRenamed ? claim.meta.name : newClaim.metadata.name;
  return {
    id: 'start',
    title: 'Start the application, and read the verdict again',
    who: 'developer',
    detail: `Start it with as many replicas as before, and resume what was suspended. When a pod runs with ${name}, the Encryption tab says for Ceph CSI that its encryption is active: a mount is the evidence. Look at the application's own data before you do away with the old volume.`,
  };
}

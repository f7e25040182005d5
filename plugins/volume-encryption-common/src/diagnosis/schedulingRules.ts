import type { DiagnosisRule } from './diagnosisRule';
import { pages } from './pages';

/**
 * Pods that find no node because of their volumes. Texts: kubernetes
 * `pkg/scheduler/framework/plugins/{volumebinding,nodevolumelimits,volumezone,volumerestrictions}`
 * of 1.37 and, where they differ, of releases before.
 */
export const schedulingRules: readonly DiagnosisRule[] = [
  {
    code: 'claim-not-bound',
    pattern:
      /pod has unbound immediate PersistentVolumeClaims|error processing PVC \S+: PVC is not bound/,
    owner: 'developer',
    cause: 'The pod waits because a claim of it has no volume yet.',
    nextStep: "Look at the claim's own events.",
    link: pages.claims,
  },
  {
    code: 'claim-missing',
    pattern: /persistentvolumeclaims? "(?<claim>[^"]*)" not found/,
    unless: /error getting PVC/,
    owner: 'developer',
    cause: 'The pod names the claim "$<claim>", which does not exist.',
    nextStep: 'Make the claim, or correct the name in the workload.',
    link: pages.claims,
  },
  {
    code: 'claim-missing',
    pattern:
      /waiting for ephemeral volume controller to create the persistentvolumeclaim "(?<claim>[^"]*)"/,
    owner: 'developer',
    cause:
      'Kubernetes has yet to make the claim "$<claim>" that the pod describes.',
    nextStep:
      "If it stays so, look at the pod's events: a quota or a policy may refuse the claim.",
    link: pages.ephemeralVolumes,
  },
  {
    code: 'claim-being-deleted',
    pattern:
      /persistentvolumeclaim "[^"]*" is being deleted|PVC is being deleted/,
    owner: 'developer',
    cause: 'The claim is being deleted, so no new pod may use it.',
    nextStep:
      'Make a new claim, or remove the pods that still use this one so that its deletion ends.',
    link: pages.claims,
  },
  {
    code: 'node-out-of-reach',
    pattern:
      /volume node affinity conflict|didn't match PersistentVolume's node affinity|had no available volume zone|node affinity doesn't match node|NodeAffinity check failed/,
    owner: 'platform-team',
    cause:
      'The volume is at one place and no node there takes the pod: its zone or node is full, gone, or excluded by the pod.',
    nextStep:
      "Bring up a node where the volume is, or remove the pod's rules (nodeSelector, affinity) that keep it away.",
    link: pages.bindingMode,
  },
  {
    code: 'no-volume-to-bind',
    pattern: /didn't find available persistent volumes to bind/,
    owner: 'platform-team',
    cause:
      'No free volume fits the claim on any node that takes the pod, and the class can make none there.',
    nextStep:
      'Make a volume that fits, or use a class with a driver that makes volumes.',
    link: pages.claims,
  },
  {
    code: 'no-capacity',
    pattern: /did not have enough free storage/,
    owner: 'storage-admin',
    cause:
      'The storage reports too little free space for the claim wherever the pod could run.',
    nextStep: 'Free space or add storage; or ask for less.',
    link: pages.capacity,
  },
  {
    code: 'attach-limit',
    pattern:
      /exceed max volume count|has reached its volume attachment limit|maximum number of (?:attached )?(?:volumes|disks|attachments)/i,
    owner: 'platform-team',
    cause: 'No more volumes can be attached to the node.',
    nextStep:
      'Add a node, or spread the pods that use volumes over more of them.',
    link: pages.volumeLimits,
  },
  {
    code: 'driver-not-on-node',
    pattern: /(?<driver>\S+) CSI driver is not installed on the node/,
    owner: 'storage-admin',
    cause: 'No node that takes the pod runs the driver $<driver>.',
    nextStep: 'Check the DaemonSet of the CSI node plugin on the nodes.',
    link: pages.volumeLimits,
  },
  {
    code: 'volume-in-use',
    pattern:
      /ReadWriteOncePod access mode (?:already in-use by another pod|and is already in use by another pod)|using PersistentVolumeClaim with the same name and ReadWriteOncePod access mode/,
    owner: 'developer',
    cause:
      'The claim is for one pod only (ReadWriteOncePod), and another pod has it.',
    nextStep: 'End the other pod, or make a claim for each.',
    link: pages.accessModes,
  },
  {
    code: 'volume-in-use',
    pattern: /had no available disk/,
    owner: 'developer',
    cause: 'The volume cannot be used twice on a node, and another pod has it.',
    nextStep: 'End the other pod, or make a claim for each.',
    link: pages.accessModes,
  },
  {
    code: 'binding-failed',
    pattern: /running PreBind plugin "VolumeBinding": (?<why>[^\n]+)/,
    unless: /node affinity doesn't match node/,
    owner: 'developer',
    cause:
      'The node was found, but the volume was not made or bound in time; another node is tried.',
    nextStep: "Look at the claim's own events for what the driver says.",
    link: pages.bindingMode,
  },
];

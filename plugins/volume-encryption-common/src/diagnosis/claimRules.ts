import type { DiagnosisRule } from './diagnosisRule';

/** What Kubernetes itself says of a claim, before any driver is asked. */
export const claimRules: readonly DiagnosisRule[] = [
  {
    code: 'storage-class-missing',
    pattern: /storageclass\.storage\.k8s\.io "(?<name>[^"]*)" not found/,
    owner: 'developer',
    cause: 'The cluster has no StorageClass "$<name>".',
    nextStep:
      'Make the claim again with a class that exists; the class of a claim cannot be changed.',
  },
  {
    code: 'storage-class-unset',
    pattern: /no storage class is set/,
    owner: 'developer',
    cause: 'The claim names no StorageClass and the cluster has no default.',
    nextStep: 'Make the claim again with a class.',
  },
  {
    code: 'quota-exceeded',
    pattern: /exceeded quota: (?<quota>[^,\s]+)/,
    owner: 'platform-team',
    cause: 'The namespace has used up its ResourceQuota "$<quota>".',
    nextStep: 'Delete claims that are not needed, or ask for a larger quota.',
  },
  {
    code: 'waiting-for-pod',
    pattern:
      /waiting for first consumer to be created before binding|waiting for pod \S+ to be scheduled/i,
    owner: 'developer',
    cause:
      'The class makes the volume when the first pod uses the claim. Nothing is wrong.',
    nextStep: 'Start a workload that mounts the claim.',
  },
  {
    code: 'claim-not-bound',
    pattern: /pod has unbound immediate PersistentVolumeClaims/,
    owner: 'developer',
    cause: 'The pod waits because a claim of it has no volume yet.',
    nextStep: "Look at the claim's own events.",
  },
  {
    code: 'claim-missing',
    pattern: /persistentvolumeclaim "(?<claim>[^"]*)" not found/,
    owner: 'developer',
    cause: 'The pod names the claim "$<claim>", which does not exist.',
    nextStep: 'Make the claim, or correct the name in the workload.',
  },
];

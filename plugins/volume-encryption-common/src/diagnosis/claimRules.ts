import type { DiagnosisRule } from './diagnosisRule';
import { pages } from './pages';

/**
 * What Kubernetes itself says of a claim, before any driver is asked. Texts:
 * kubernetes `pkg/controller/volume/persistentvolume/pv_controller.go`,
 * `plugin/pkg/admission/limitranger` and the ResourceQuota admission.
 */
export const claimRules: readonly DiagnosisRule[] = [
  {
    code: 'storage-class-missing',
    pattern: /storageclass\.storage\.k8s\.io "(?<name>[^"]*)" not found/,
    owner: 'developer',
    cause: 'The cluster has no StorageClass "$<name>".',
    nextStep:
      'Make the claim again with a class that exists; the class of a claim cannot be changed.',
    link: pages.classes,
  },
  {
    code: 'storage-class-unset',
    pattern: /no storage class is set/,
    owner: 'developer',
    cause: 'The claim names no StorageClass and the cluster has no default.',
    nextStep: 'Make the claim again with a class.',
    link: pages.classes,
  },
  {
    code: 'attributes-class-missing',
    pattern:
      /volumeattributesclass(?:es)?\.storage\.k8s\.io "(?<name>[^"]*)" not found/,
    owner: 'developer',
    cause: 'The cluster has no VolumeAttributesClass "$<name>".',
    nextStep: 'Name one that exists, or remove it from the claim.',
    link: pages.attributesClasses,
  },
  {
    code: 'provisioner-silent',
    pattern:
      /waiting for a volume to be created,? either by (?:the )?external provisioner ['"](?<provisioner>[^'"]+)['"]/i,
    owner: 'platform-team',
    cause:
      'Nobody answers for the provisioner "$<provisioner>" that the class names: it is not installed, does not run, or is called otherwise.',
    nextStep:
      'Check that the controller of that driver runs, and that the class names it as the driver calls itself.',
    link: pages.classes,
  },
  {
    code: 'provisioner-unknown',
    pattern: /no volume plugin matched(?: name: (?<provisioner>\S+))?/,
    owner: 'platform-team',
    cause:
      'The class names the provisioner "$<provisioner>", which makes no volumes.',
    nextStep:
      'Use a class with a CSI driver. With kubernetes.io/no-provisioner somebody has to make the volumes by hand.',
    link: pages.classes,
  },
  {
    code: 'quota-exceeded',
    pattern: /exceeded quota: (?<quota>[^,\s]+)/,
    owner: 'platform-team',
    cause: 'The namespace has used up its ResourceQuota "$<quota>".',
    nextStep: 'Delete claims that are not needed, or ask for a larger quota.',
    link: pages.quotas,
  },
  {
    code: 'claim-size-not-allowed',
    pattern:
      /(?<which>minimum|maximum) storage usage per PersistentVolumeClaim is (?<limit>[^,\s]+), but request is (?<asked>[\w.]+)/,
    owner: 'developer',
    cause:
      'The claim asks for $<asked>, and the $<which> of its namespace is $<limit> (LimitRange).',
    nextStep: 'Ask for a size within the limits of the namespace.',
    link: pages.limitRanges,
  },
  {
    code: 'waiting-for-pod',
    pattern: /waiting for first consumer to be created before binding/i,
    owner: 'developer',
    cause:
      'The class makes the volume when the first pod uses the claim. Nothing is wrong.',
    nextStep: 'Start a workload that mounts the claim.',
    link: pages.bindingMode,
  },
  {
    code: 'waiting-for-scheduling',
    pattern: /waiting for pods? (?<pod>\S+) to be scheduled/i,
    owner: 'developer',
    cause:
      'The class makes the volume when a node is found for the pod $<pod>, and none is found yet.',
    nextStep:
      "Look at the pod's own events: a node may be too small, or not fit its rules.",
    link: pages.podTroubles,
  },
  {
    code: 'volume-taken',
    pattern: /volume "(?<volume>[^"]*)" already bound to a different claim/,
    owner: 'developer',
    cause:
      'The claim names the volume "$<volume>", which belongs to another claim.',
    nextStep: 'Make the claim again without volumeName, or with a free volume.',
    link: pages.claims,
  },
  {
    code: 'volume-unfit',
    pattern:
      /Cannot bind (?:to requested volume|PersistentVolume) "(?<volume>[^"]*)"(?::| to requested PersistentVolumeClaim due to) (?<why>[^\n.]+)/,
    owner: 'developer',
    cause:
      'The claim names the volume "$<volume>", which does not fit: $<why>.',
    nextStep:
      'Make the claim again so that size, class, access and volume mode are those of the volume.',
    link: pages.claims,
  },
  {
    code: 'volume-gone',
    pattern:
      /Bound claim has lost (?:its PersistentVolume|reference to PersistentVolume)|bound to non-existent (?:pv\(s\)|persistentvolume)/,
    owner: 'storage-admin',
    cause: 'The PersistentVolume of this claim was deleted.',
    nextStep:
      'Look in the storage for the volume, and in the KMS for its key, before anything is cleaned up; then make the PersistentVolume again.',
    link: pages.claims,
  },
  {
    code: 'volume-bound-twice',
    pattern: /Two claims are bound to the same volume/,
    owner: 'platform-team',
    cause: 'Two claims name the same volume; this one has it wrongly.',
    nextStep: 'Delete this claim and make it again without volumeName.',
    link: pages.claims,
  },
];

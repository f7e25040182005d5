import type { DiagnosisRule } from './diagnosisRule';
import { pages } from './pages';

/**
 * Claims that are to be copies of a snapshot or another claim, and what else
 * the provisioner asks of a claim. Texts: external-provisioner
 * `pkg/controller/{controller,topology}.go`.
 */
export const sourceRules: readonly DiagnosisRule[] = [
  {
    code: 'source-missing',
    pattern:
      /error getting snapshot (?<name>\S+) from api server: volumesnapshots\.snapshot\.storage\.k8s\.io "[^"]*" not found/,
    owner: 'developer',
    cause:
      'The claim is to be made from the snapshot "$<name>", which does not exist in its namespace.',
    nextStep:
      'Name a VolumeSnapshot of the same namespace, and make the claim again.',
    link: pages.snapshots,
  },
  {
    code: 'source-missing',
    pattern:
      /error getting PVC (?<name>\S+) \(namespace "[^"]*"\) from api server: persistentvolumeclaims? "[^"]*" not found/,
    owner: 'developer',
    cause:
      'The claim is to be a copy of the claim "$<name>", which does not exist in its namespace.',
    nextStep: 'Name a claim of the same namespace, and make this one again.',
    link: pages.clones,
  },
  {
    code: 'source-not-ready',
    pattern: /snapshot (?<name>\S+) (?:is not Ready|not bound)/i,
    owner: 'developer',
    cause: 'The snapshot "$<name>" is not finished yet.',
    nextStep:
      'Wait. If it stays so, look at the events of the VolumeSnapshot: its own keys may be refused.',
    link: pages.snapshots,
  },
  {
    code: 'source-not-ready',
    pattern:
      /the PVC DataSource (?<name>\S+) (?:must have a status of Bound|is currently being deleted)/,
    owner: 'developer',
    cause: 'The claim "$<name>", which is to be copied, is not Bound.',
    nextStep: 'Wait for that claim, or name another.',
    link: pages.clones,
  },
  {
    code: 'source-unfit',
    pattern: /claim in dataSource not bound or invalid/,
    owner: 'developer',
    cause:
      'The claim that is to be copied has no volume, or one that is made by another driver than that of the class.',
    nextStep: 'Copy a Bound claim whose class has the same driver.',
    link: pages.clones,
  },
  {
    code: 'source-larger',
    pattern:
      /requested volume size \d+ is less than the size (?<size>\d+) for the source|must be greater than or equal in size to the specified PVC data source/,
    owner: 'developer',
    cause: 'The claim asks for less than its source holds.',
    nextStep: 'Make the claim again with at least the size of its source.',
    link: pages.clones,
  },
  {
    code: 'source-of-other-mode',
    pattern:
      /requested volume \S+ modifies the mode of the source volume|must have the same volume mode for cloning/,
    owner: 'developer',
    cause:
      'The source is a file system and the claim asks for a block device, or the other way round.',
    nextStep:
      'Ask for the volumeMode of the source. To change it the platform team has to allow it on the VolumeSnapshotContent.',
    link: pages.snapshots,
  },
  {
    code: 'selector-unsupported',
    pattern: /claim Selector is not supported/,
    owner: 'developer',
    cause:
      'The claim selects volumes by labels, and no driver can make one so.',
    nextStep: 'Make the claim again without spec.selector.',
    link: pages.claims,
  },
  {
    code: 'provisioning-unsupported',
    pattern: /CSI driver does not support dynamic provisioning/,
    owner: 'platform-team',
    cause: 'The driver of the class makes no volumes by itself.',
    nextStep:
      'Use a class of another driver, or make the PersistentVolumes by hand.',
    link: pages.classes,
  },
  {
    code: 'topology-missing',
    pattern:
      /no topology key found (?:for node|on CSINode) (?<node>[^\s,]+)|topology labels from selected node|(?:error getting CSINode for selected node|failed to get selected CSINode) [^\s:]+/,
    owner: 'storage-admin',
    cause:
      'The node chosen for the pod does not tell the provisioner where it stands: the driver is not registered there. $<node>',
    nextStep:
      'Check the DaemonSet of the CSI node plugin on that node, and the drivers in its CSINode object.',
    link: pages.bindingMode,
  },
  {
    code: 'topology-missing',
    pattern:
      /no available topology found|topologyKeys \S+ were not found on any nodes/,
    owner: 'storage-admin',
    cause:
      'The driver is registered on no node, so the provisioner does not know where a volume could be.',
    nextStep: 'Check the DaemonSet of the CSI node plugin.',
    link: pages.bindingMode,
  },
  {
    code: 'topology-not-allowed',
    pattern: /is not in allowed topologies|is not in requisite/,
    owner: 'platform-team',
    cause:
      'The node chosen for the pod stands where the class makes no volumes.',
    nextStep:
      'Let the pod run in the zones of the class (allowedTopologies), or use another class.',
    link: pages.bindingMode,
  },
];

import type { DiagnosisRule } from './diagnosisRule';
import { pages } from './pages';

/**
 * Mounting on the node, whatever the driver. Texts: kubernetes
 * `pkg/kubelet/volumemanager`, `pkg/volume/csi`, mount-utils
 * `mount_linux.go`, and what mount(8) and its helpers print.
 */
export const mountRules: readonly DiagnosisRule[] = [
  {
    code: 'mounts-pending',
    pattern:
      /unmounted volumes=\[(?<volumes>[^\]]*)\][\s\S]*(?:timed out waiting for the condition|context deadline exceeded|context canceled)/,
    unless: /volume attachment limit/,
    owner: 'developer',
    cause:
      'The pod still waits for its volumes: $<volumes>. This event only counts; another one says why.',
    nextStep:
      "Look at the other events here. If there is none, look at the log of the driver's node plugin.",
    link: pages.podTroubles,
  },
  {
    code: 'pod-object-missing',
    pattern:
      /MountVolume\.SetUp failed for volume "(?<volume>[^"]+)" : (?<kind>configmap|secret) "(?<name>[^"]+)" not found/,
    owner: 'developer',
    cause:
      'The pod waits for the $<kind> "$<name>" that it mounts; its other volumes wait with it.',
    nextStep: 'Make that $<kind>, or correct the name in the workload.',
    link: pages.podTroubles,
  },
  {
    code: 'node-not-yet-allowed',
    pattern: /no relationship found between node/,
    owner: 'platform-team',
    cause:
      'The node may not read the claim yet; this passes within seconds of the start of a pod.',
    nextStep: 'If it lasts, check that the pod is on that node, and RBAC.',
    link: pages.nodeRights,
  },
  {
    code: 'volume-of-other-claim',
    pattern: /found PV object (?<volume>\S+) but its pv\.Spec\.ClaimRef/,
    owner: 'platform-team',
    cause: 'The volume $<volume> belongs to another claim than this one.',
    nextStep: 'Find out which claim it is to serve before anything is changed.',
    link: pages.claims,
  },
  {
    code: 'volume-mode-differs',
    pattern:
      /volume (?<volume>\S+) has volumeMode (?<mode>\w+), but is specified in (?<field>volumeMounts|volumeDevices)/,
    owner: 'developer',
    cause:
      'The claim is of volumeMode $<mode>, and the pod uses it in $<field>.',
    nextStep:
      'Use volumeDevices for Block and volumeMounts for Filesystem, or another claim.',
    link: pages.blockVolumes,
  },
  {
    code: 'inline-volume-unsupported',
    pattern: /volume mode "Ephemeral" not supported by driver (?<driver>\S+)/,
    owner: 'developer',
    cause: 'The driver $<driver> makes no volumes within a pod.',
    nextStep: 'Use a claim, or check that the CSIDriver object is installed.',
    link: pages.ephemeralVolumes,
  },
  {
    code: 'file-system-damaged',
    pattern: /'fsck' found errors on device \S+ but could not correct them/,
    owner: 'storage-admin',
    cause: 'The file system of the volume is damaged; it opened with its key.',
    nextStep: 'Take a snapshot, then repair the file system by hand.',
    link: pages.rookTroubles,
  },
  {
    code: 'ownership-not-set',
    pattern: /applyFSGroup failed for vol/,
    owner: 'developer',
    cause:
      "The files of the volume could not be given to the pod's fsGroup; it is mounted.",
    nextStep:
      'Set fsGroupChangePolicy to OnRootMismatch, or check that the volume can be written.',
    link: pages.securityContext,
  },
  {
    code: 'mount-helper-missing',
    pattern: /need a \/sbin\/mount\.\S* helper program/,
    owner: 'platform-team',
    cause: 'The node lacks the program that mounts this kind of file system.',
    nextStep: 'Install it on the node (nfs-common, cifs-utils or its like).',
    link: pages.claims,
  },
  {
    code: 'mount-denied',
    pattern:
      /access denied by server while mounting|mount error\(13\)|mount error:? 13 = Permission denied/,
    owner: 'storage-admin',
    cause: 'The file server does not let the node mount the volume.',
    nextStep:
      "Check the export's list of clients, or the user in the Secret of the class.",
    link: pages.claims,
  },
  {
    code: 'mount-unanswered',
    pattern:
      /mount error:? 110 = Connection timed out|mount\.nfs4?: Connection (?:timed out|refused)/,
    owner: 'storage-admin',
    cause: 'The node does not reach the file server.',
    nextStep: 'Check the server, and the network between the node and it.',
    link: pages.claims,
  },
  {
    code: 'mount-refused',
    pattern: /mount failed: exit status \d+/,
    unless:
      /need a \/sbin\/mount|access denied by server|mount error|mount\.nfs4?: Connection|no mds/,
    owner: 'storage-admin',
    cause: 'The node could not mount what is on the volume.',
    nextStep:
      "Read the node's kernel log: the file system may be damaged or of another kind, or an option unknown.",
    link: pages.podTroubles,
  },
];

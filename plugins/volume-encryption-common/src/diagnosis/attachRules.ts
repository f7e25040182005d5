import type { DiagnosisRule } from './diagnosisRule';
import { pages } from './pages';

/**
 * Volumes that do not come to the node. Texts: kubernetes
 * `pkg/controller/volume/attachdetach`, `pkg/volume/csi`, and external-attacher
 * `pkg/controller`.
 */
export const attachRules: readonly DiagnosisRule[] = [
  {
    code: 'volume-in-use',
    pattern:
      /(?:Multi-Attach error|Waiting for detach) for volume "[^"]*" Volume is already used by (?<pods>[^\n]+)/,
    owner: 'developer',
    cause: 'Another node still has the volume: it is used by $<pods>.',
    nextStep:
      'End that pod, or let both run on one node. A volume that is ReadWriteOnce can be on one node only.',
    link: pages.accessModes,
  },
  {
    code: 'volume-not-detached',
    pattern: /Volume is already exclusively attached to one node/,
    owner: 'platform-team',
    cause:
      'Another node still has the volume, and no pod there uses it any more.',
    nextStep:
      'Wait some minutes. If the node is gone for good, taint it out-of-service so that its volumes are released.',
    link: pages.nodeShutdown,
  },
  {
    code: 'volume-not-detached',
    pattern: /volume attachment (?:is being|has been) deleted/,
    owner: 'platform-team',
    cause: 'The volume is just being taken from the node.',
    nextStep:
      'Wait. If it lasts, look at the VolumeAttachment of the volume and at the attacher in the pod of the CSI controller.',
    link: pages.nodeShutdown,
  },
  {
    code: 'volume-in-use',
    pattern: /rbd image \S+ is still being used/,
    owner: 'storage-admin',
    cause: 'Ceph says that another client still has the image open.',
    nextStep:
      'End the pod that uses it. If its node is gone, find the watchers of the image (rbd status) and fence that client.',
    link: pages.rookTroubles,
  },
  {
    code: 'driver-not-on-node',
    pattern:
      /driver name (?<driver>\S+) not found in the list of registered CSI drivers/,
    owner: 'storage-admin',
    cause: 'The node of the pod does not run the driver $<driver>.',
    nextStep: 'Check the DaemonSet of the CSI node plugin on that node.',
    link: pages.rookTroubles,
  },
  {
    code: 'driver-not-on-node',
    pattern: /CSINode (?<node>\S+) does not contain driver (?<driver>\S+)/,
    owner: 'storage-admin',
    cause: 'The node $<node> does not run the driver $<driver>.',
    nextStep: 'Check the DaemonSet of the CSI node plugin on that node.',
    link: pages.rookTroubles,
  },
  {
    code: 'attach-timeout',
    pattern: /timed out waiting for external-attacher/,
    owner: 'storage-admin',
    cause: 'The volume was not attached in time.',
    nextStep:
      'Check the attacher in the pod of the CSI controller, and that the driver is installed in this cluster.',
    link: pages.rookTroubles,
  },
  {
    code: 'operation-pending',
    pattern: /an operation with the given Volume ID \S+ already exists/,
    owner: 'storage-admin',
    cause: 'The driver is still busy with an earlier call for this volume.',
    nextStep: "If it lasts, check Ceph's health and the log of the CSI pods.",
    link: pages.rookTroubles,
  },
];

import type { DiagnosisRule } from './diagnosisRule';

/**
 * Attaching, opening and mounting on the node. Texts: ceph-csi
 * `internal/rbd/{encryption,nodeserver}.go`, `internal/util/fscrypt`, and the
 * kubelet's and attach controller's events.
 */
export const mountRules: readonly DiagnosisRule[] = [
  {
    code: 'image-half-formatted',
    pattern: /found mounted with unexpected encryption status/,
    owner: 'storage-admin',
    cause:
      'The first format of this volume did not finish, so the driver does not know how to open it.',
    nextStep:
      'If the volume never held data, delete and make it again; check the memory limit of the CSI node plugin.',
  },
  {
    code: 'image-not-empty',
    pattern: /can not encrypt rbdImage \S+ that already has file system/,
    owner: 'storage-admin',
    cause:
      'The image already holds a file system that is not encrypted. The driver does not encrypt over it.',
    nextStep: 'Do not delete it before you know whose data it holds.',
  },
  {
    code: 'format-failed',
    pattern: /failed to encrypt rbd image/,
    owner: 'storage-admin',
    cause: 'cryptsetup could not format the volume on the node.',
    nextStep:
      "Read the CSI node plugin's log; often its memory limit is too low or dm-crypt is missing in the kernel.",
  },
  {
    code: 'file-encryption-failed',
    pattern: /fscrypt: /,
    owner: 'storage-admin',
    cause: 'The node could not set up the encrypted directory of this volume.',
    nextStep:
      'Check the kernel (CephFS needs 6.6 or later) and the driver (file encryption with Vault needs Ceph CSI 3.17.1 or later).',
  },
  {
    code: 'driver-not-on-node',
    pattern:
      /driver name (?<driver>\S+) not found in the list of registered CSI drivers/,
    owner: 'storage-admin',
    cause: 'The node of the pod does not run the driver $<driver>.',
    nextStep: 'Check the DaemonSet of the CSI node plugin on that node.',
  },
  {
    code: 'volume-in-use',
    pattern:
      /Multi-Attach error for volume|rbd image \S+ is still being used|already exclusively attached/,
    owner: 'developer',
    cause: 'Another node still has the volume.',
    nextStep:
      'End the pod that has it. If its node is gone, the platform team has to release the volume.',
  },
  {
    code: 'attach-timeout',
    pattern: /timed out waiting for external-attacher/,
    owner: 'storage-admin',
    cause: 'The volume was not attached in time.',
    nextStep: 'Check the attacher in the pod of the CSI controller.',
  },
  {
    code: 'operation-pending',
    pattern: /an operation with the given Volume ID \S+ already exists/,
    owner: 'storage-admin',
    cause: 'The driver is still busy with an earlier call for this volume.',
    nextStep: "If it lasts, check Ceph's health and the log of the CSI pods.",
  },
  {
    code: 'driver-timeout',
    pattern: /code = DeadlineExceeded|timed out waiting for the condition/,
    owner: 'storage-admin',
    cause: 'The driver did not answer in time.',
    nextStep:
      "If it lasts, check Ceph's health, Vault's health and the log of the CSI pods.",
  },
];

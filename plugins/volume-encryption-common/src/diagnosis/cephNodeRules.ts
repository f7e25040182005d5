import type { DiagnosisRule } from './diagnosisRule';
import { pages } from './pages';

/**
 * What Ceph CSI's node plugin says when it maps, opens and formats. Texts:
 * ceph-csi `internal/rbd/{rbd_attach,nodeserver,encryption}.go`,
 * `internal/util/{cryptsetup.go,fscrypt}`, and mount.ceph. Exit status of
 * cryptsetup: 2 no such key, 3 out of memory (cryptsetup(8)).
 */
export const cephNodeRules: readonly DiagnosisRule[] = [
  {
    code: 'image-half-formatted',
    pattern: /found mounted with unexpected encryption status/,
    owner: 'storage-admin',
    cause:
      'The first format of this volume did not finish, so the driver does not know how to open it.',
    nextStep:
      'If the volume never held data, delete and make it again; check the memory limit of the CSI node plugin.',
    link: pages.cephCsiHalfFormatted,
  },
  {
    code: 'image-not-empty',
    pattern: /can not encrypt rbdImage \S+ that already has file system/,
    owner: 'storage-admin',
    cause:
      'The image already holds a file system that is not encrypted. The driver does not encrypt over it.',
    nextStep: 'Do not delete it before you know whose data it holds.',
    link: pages.cephCsiEncryption,
  },
  {
    code: 'format-failed',
    pattern: /failed to encrypt rbd image/,
    unless: /No Secret Data found|Error making API request|\/v1\//,
    owner: 'storage-admin',
    cause: 'cryptsetup could not format the volume on the node.',
    nextStep:
      "Read the CSI node plugin's log; often its memory limit is too low or dm-crypt is missing in the kernel.",
    link: pages.cephCsiHalfFormatted,
  },
  {
    code: 'key-does-not-fit',
    pattern:
      /an error \(exit status 2\) occurred while running cryptsetup args: \[luksOpen/,
    owner: 'vault-admin',
    cause: 'The key in the KMS does not open this volume.',
    nextStep:
      'Delete nothing. Look for an older version of the key (KV v2 keeps them), or a backup of Vault from before it changed.',
    link: pages.vaultKeyValue,
  },
  {
    code: 'open-failed',
    pattern:
      /an error \((?!exit status 2\))[^)]*\) occurred while running cryptsetup args: \[(?<what>luksOpen|resize)/,
    owner: 'storage-admin',
    cause: 'cryptsetup ($<what>) fails on the node; the key was read.',
    nextStep:
      "Read the CSI node plugin's log; often its memory limit is too low (exit status 3) or dm-crypt is missing in the kernel.",
    link: pages.cephCsiHalfFormatted,
  },
  {
    code: 'resize-check-failed',
    pattern: /need resize check failed on devicePath/,
    owner: 'storage-admin',
    cause:
      'The driver looks for a file system on a block volume and finds none.',
    nextStep: 'Update Ceph CSI: older releases do so with encrypted volumes.',
    link: pages.cephCsiResize,
  },
  {
    code: 'file-encryption-failed',
    pattern: /fscrypt: /,
    owner: 'storage-admin',
    cause: 'The node could not set up the encrypted directory of this volume.',
    nextStep:
      'Check the kernel (CephFS needs 6.6 or later) and the driver (file encryption with Vault needs Ceph CSI 3.17.1 or later).',
    link: pages.cephCsiFscrypt,
  },
  {
    code: 'kernel-module-missing',
    pattern: /Module (?:alias )?(?<module>\w+) not found/,
    owner: 'platform-team',
    cause: 'The kernel of the node has no module $<module>.',
    nextStep:
      'Install the kernel modules on the node, or keep the pod on nodes that have them.',
    link: pages.rookTroubles,
  },
  {
    code: 'image-missing',
    pattern: /error opening image (?<image>\S+): \(2\) No such file/,
    owner: 'storage-admin',
    cause: 'Ceph has no image $<image>.',
    nextStep:
      "Look in Ceph's trash for the image, and keep its key in the KMS until it is found.",
    link: pages.rookTroubles,
  },
  {
    code: 'map-failed',
    pattern: /rbd: map failed/,
    unless: /Module (?:alias )?\w+ not found|error opening image \S+: \(2\)/,
    owner: 'storage-admin',
    cause: 'The node could not map the image of the volume.',
    nextStep:
      "Check that the node reaches Ceph's monitors and OSDs, that its kernel knows the image's features, and Ceph's health.",
    link: pages.rookTroubles,
  },
  {
    code: 'file-system-offline',
    pattern:
      /no mds server is up or the cluster is laggy|no mds \(Metadata Server\) is up/,
    owner: 'storage-admin',
    cause: 'CephFS has no metadata server that answers.',
    nextStep:
      "Check Ceph's health, the metadata servers, and the rights of the Ceph user in the Secret: a refusal looks the same.",
    link: pages.rookTroubles,
  },
];

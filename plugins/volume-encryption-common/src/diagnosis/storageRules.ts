import type { DiagnosisRule } from './diagnosisRule';
import { pages } from './pages';

/**
 * What Ceph CSI cannot do with the class, the pool or the source. Texts:
 * ceph-csi `internal/{rbd,cephfs,journal,util}`.
 */
export const storageRules: readonly DiagnosisRule[] = [
  {
    code: 'ceph-cluster-unknown',
    pattern: /missing configuration for cluster ID "(?<clusterId>[^"]*)"/,
    owner: 'platform-team',
    cause:
      'The class names the Ceph cluster "$<clusterId>", which Ceph CSI does not know.',
    nextStep:
      'Use a class whose clusterID exists; with Rook it is the namespace.',
    link: pages.cephCsiEncryption,
  },
  {
    code: 'pool-missing',
    pattern: /pool not found: pool \((?<pool>[^)]*)\)/,
    owner: 'platform-team',
    cause: 'The class names the pool "$<pool>", which Ceph does not have.',
    nextStep: 'Create the pool, or use a class whose pool exists.',
    link: pages.cephCsiEncryption,
  },
  {
    code: 'csi-secret-missing',
    pattern:
      /error getting secret (?<secret>\S+) in namespace (?<namespace>[^\s:]+): secrets "[^"]*" not found/,
    owner: 'platform-team',
    cause:
      'The class names the Secret $<secret> in namespace $<namespace>, which is not there.',
    nextStep:
      'Use a class whose csi.storage.k8s.io secrets exist; with Rook they are in its namespace.',
    link: pages.cephCsiEncryption,
  },
  {
    code: 'csi-secret-missing',
    pattern:
      /fetching NodeStageSecretRef (?<namespace>[^/\s]+)\/(?<secret>\S+) failed: [^\n]*secrets "[^"]*" not found/,
    owner: 'platform-team',
    cause:
      'The volume names the Secret $<secret> in namespace $<namespace> for its mount, which is not there.',
    nextStep:
      'Restore that Secret; what a volume names cannot be changed. With Rook the operator makes it.',
    link: pages.cephCsiEncryption,
  },
  {
    code: 'csi-secret-incomplete',
    pattern: /provided secret is empty|missing ID field '(?:userID|adminID)'/,
    owner: 'storage-admin',
    cause: 'The Secret that the class gives the driver has no Ceph user in it.',
    nextStep:
      'Name the right Secret in the class, or fill it (userID, userKey).',
    link: pages.cephCsiEncryption,
  },
  {
    code: 'ceph-refused',
    pattern: /connecting failed: rados: ret=(?<ret>-?\d+)/,
    owner: 'storage-admin',
    cause: 'The driver cannot connect to Ceph (rados $<ret>).',
    nextStep:
      "Check Ceph's health, its monitors' addresses in the driver's configuration, and the Ceph user in the CSI Secret.",
    link: pages.rookTroubles,
  },
  {
    code: 'storage-full',
    pattern: /Disk quota exceeded|No space left on device/,
    owner: 'storage-admin',
    cause: 'The pool or file system is full, or has met its quota.',
    nextStep: "Free space or raise the pool's quota.",
    link: pages.rookTroubles,
  },
  {
    code: 'class-invalid',
    pattern:
      /(?<what>invalid encryption type|either name and namespace for [^\n]*|Mount options are not supported by the provisioner[^\n]*|unsupported encryption type[^\n]*|invalid value set in 'encrypted'[^\n]*|strconv\.ParseBool: parsing "[^"]*"[^\n]*|empty imageFeatures parameter|FUSE mounter does not support encryption|KMS does not support access to user provided secret)/,
    unless: /'vaultCAVerify'/,
    owner: 'platform-team',
    cause: 'The class asks for what the driver cannot do: $<what>',
    nextStep:
      'Publish a corrected class under another name; the parameters of a class cannot be changed.',
    link: pages.cephCsiEncryption,
  },
  {
    code: 'access-mode-unsupported',
    pattern: /multi node access modes are only supported on rbd `block`/,
    owner: 'developer',
    cause:
      'An RBD volume can be used by several nodes only as a raw block device.',
    nextStep:
      'Ask for ReadWriteOnce, for volumeMode Block, or for a CephFS class.',
    link: pages.accessModes,
  },
  {
    code: 'volume-mode-unsupported',
    pattern: /block volume not supported/,
    owner: 'developer',
    cause: 'CephFS has no block volumes.',
    nextStep: 'Ask for volumeMode Filesystem, or for an RBD class.',
    link: pages.blockVolumes,
  },
  {
    code: 'source-unfit',
    pattern:
      /cannot create (?<wanted>unencrypted|encrypted) volume from (?<source>unencrypted|encrypted) volume/,
    owner: 'developer',
    cause:
      'The source of this claim is $<source>, and the class asks for $<wanted>: Ceph CSI cannot turn one into the other.',
    nextStep:
      'Use a class that is $<source>, or make an empty volume and copy the files.',
    link: pages.cephCsiRestore,
  },
  {
    code: 'source-without-key',
    pattern:
      /failed to fetch passphrase for "(?<image>[^"]*)": No Secret Data found/,
    owner: 'developer',
    cause:
      'The source of this claim has no key at the place where the driver looks. With encryptionType file there is none before the first mount.',
    nextStep:
      'Mount the source once, then copy it. If it was mounted before, its key is lost: tell the Vault administrator.',
    link: pages.cephCsiRestore,
  },
  {
    code: 'class-changed',
    pattern: /internal state inconsistent, omap encryption/,
    owner: 'storage-admin',
    cause:
      'An earlier try made this volume with another KMS connection or kind of encryption than the class asks for now.',
    nextStep: 'Delete the claim and make it again under another name.',
    link: pages.cephCsiEncryption,
  },
];

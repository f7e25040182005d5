import { meaning, remedy, type Remedies } from './remedy';

const FROM_ENCRYPTED_CLASS =
  'Make a new volume from an encrypted StorageClass, copy the data, then remove the old one.';
const SETTLE_RECORD =
  'Ask who made the volume and how; make a new one from an encrypted StorageClass where that does not settle it.';
const LET_READ =
  'Give the portal the right to read it, or see on “Clusters and Vaults” why the cluster cannot be read.';

/** Of what the volume, its class and its mounts show. */
export const volumeRemedies: Remedies = {
  'recorded-unencrypted': meaning(
    'unencrypted',
    remedy('storage-class', 'developer', FROM_ENCRYPTED_CLASS),
  ),
  'reported-unencrypted': meaning(
    'unencrypted',
    remedy('storage-class', 'developer', FROM_ENCRYPTED_CLASS),
  ),
  'record-invalid': unsettled('platform-team', SETTLE_RECORD),
  'record-ambiguous': unsettled('platform-team', SETTLE_RECORD),
  'nothing-recorded': unsettled(
    'storage-admin',
    'Ask whoever runs the storage whether it encrypts; what Kubernetes shows cannot settle it.',
  ),
  'copy-not-settled': unsettled('storage-admin', SETTLE_RECORD),
  'restored-volume': unsettled('storage-admin', SETTLE_RECORD),
  'facts-contradict': unsettled('storage-admin', SETTLE_RECORD),
  'provisioner-differs': unsettled('platform-team', SETTLE_RECORD),
  'driver-unknown': unsettled(
    'storage-admin',
    'Ask whoever runs the storage: the portal knows nothing of this driver.',
  ),
  'not-csi': unsettled(
    'platform-team',
    'Move the data to a volume of a CSI driver that records encryption.',
  ),
  'static-volume': meaning(
    'unknown',
    remedy('tenant', 'platform-team', SETTLE_RECORD),
  ),
  'volume-unread': meaning(
    'unknown',
    remedy('cluster', 'platform-team', LET_READ),
  ),
  'mounts-unread': meaning(
    'unknown',
    remedy('cluster', 'platform-team', LET_READ),
  ),
  'class-unread': meaning(
    'unknown',
    remedy('cluster', 'platform-team', LET_READ),
  ),
  'vendor-object-unread': meaning(
    'unknown',
    remedy(
      'cluster',
      'platform-team',
      'Give the portal the right to read the objects of the vendor; deploy/ has the rules.',
    ),
  ),
  'mount-not-evidence': unsettled(
    'platform-team',
    'A key seen in the KMS would settle it: open the volume, which asks for its key.',
  ),
  'volume-gone': meaning(
    'blocked',
    remedy(
      'tenant',
      'developer',
      'Make a new claim, and restore the data from a backup.',
    ),
  ),
  'volume-of-other-claim': meaning(
    'blocked',
    remedy(
      'tenant',
      'platform-team',
      'Find out which of the two claims may use the volume, and delete the other.',
    ),
  ),
  'mount-failed': meaning(
    'at-risk',
    remedy(
      'tenant',
      'developer',
      'Open the volume: its diagnosis names the cause and who can mend it.',
    ),
  ),
  'class-differs': classChanged(),
  'class-recreated': classChanged(),
  'class-missing': meaning(
    'at-risk',
    remedy(
      'storage-class',
      'platform-team',
      'Make the StorageClass anew if claims still name it; the volume itself does not need it.',
    ),
  ),
  'class-unset': meaning(
    'at-risk',
    remedy(
      'tenant',
      'developer',
      'Name an encrypted StorageClass in the claim.',
    ),
  ),
  'in-flight-clear': meaning(
    'clear-in-flight',
    remedy(
      'storage-class',
      'storage-admin',
      'Turn on encryption between nodes and storage, such as ms_mode=secure of Ceph or sec=krb5p of NFS.',
    ),
  ),
};

function classChanged() {
  return meaning(
    'at-risk',
    remedy(
      'storage-class',
      'platform-team',
      'Say which of the two is meant; volumes made from now on follow the class.',
    ),
  );
}

function unsettled(mender: 'platform-team' | 'storage-admin', step: string) {
  return meaning('unknown', remedy('storage-class', mender, step));
}

import { meaning, remedy, type Remedies } from './remedy';

const UNSEAL =
  'Have the KMS unsealed; what is mounted keeps running until then.';
const REACH =
  'See on “Clusters and Vaults” why the KMS does not answer, and mend that.';
const ROTATE = 'Rotate the tenant: it gets a new credential that is verified.';

/** Of the KMS, the keys in it, and the credential that reads them. */
export const custodyRemedies: Remedies = {
  'kms-sealed': remedy('kms', 'vault-admin', UNSEAL),
  'kms-uninitialised': remedy('kms', 'vault-admin', 'Initialise the KMS.'),
  'kms-standby': meaning('unknown', remedy('kms', 'vault-admin', REACH)),
  'kms-unread': meaning('unknown', remedy('kms', 'vault-admin', REACH)),
  'kms-not-configured': meaning(
    'unknown',
    remedy(
      'storage-class',
      'platform-team',
      'Add the KMS at this address to volumeEncryption.kms of the portal.',
    ),
  ),
  'key-missing': remedy(
    'tenant',
    'vault-admin',
    'Save the data of what is still mounted now; undelete the key or restore it from a backup of the KMS.',
  ),
  'retained-without-key': remedy(
    'tenant',
    'vault-admin',
    'Restore the key from a backup of the KMS, or give the volume up.',
  ),
  'key-not-found': meaning(
    'unknown',
    remedy(
      'tenant',
      'platform-team',
      'Set vaultBackend to kv-v2 in the KMS connection, so that it is sure where the key lies.',
    ),
  ),
  'key-unread': meaning(
    'unknown',
    remedy(
      'kms',
      'vault-admin',
      'Compare the rights of the portal on “Proof” with the documented ones.',
    ),
  ),
  'key-not-checkable': meaning(
    'unknown',
    remedy(
      'storage-class',
      'platform-team',
      'Use a KMS connection with KV version 2 and a key per volume where this has to be known.',
    ),
  ),
  'key-written-by-other': remedy(
    'tenant',
    'vault-admin',
    'Find out in the audit log of the KMS who wrote the key, and why.',
  ),
  'passphrase-shared': remedy(
    'storage-class',
    'platform-team',
    'Publish a class with encryptionKMSID, so that each volume gets a key of its own.',
  ),
  'holder-not-known': meaning(
    'unknown',
    remedy(
      'storage-class',
      'storage-admin',
      'Ask whoever runs the storage who holds the key.',
    ),
  ),
  'credential-unread': meaning(
    'unknown',
    remedy(
      'tenant',
      'platform-team',
      'Give the portal the right to see whether the credential is there; deploy/ has the rules.',
    ),
  ),
  'credential-not-checked': meaning(
    'unknown',
    remedy(
      'cluster',
      'platform-team',
      'Nothing to do; with custody per tenant this would be checked.',
    ),
  ),
  'tenant-role-unread': meaning(
    'unknown',
    remedy(
      'kms',
      'vault-admin',
      'Compare the rights of the portal on “Proof” with the documented ones.',
    ),
  ),
  'tenant-role-bound': meaning(
    'unknown',
    remedy(
      'kms',
      'platform-team',
      'Name the audience of the role under “custody.clusters” in the configuration of the portal; compare addresses that it is bound to with those of the CSI pods.',
    ),
  ),
  'tenant-role-missing': remedy(
    'cluster',
    'vault-admin',
    'Apply the custody set-up of this cluster; “Custody set-up” renders it.',
  ),
  'tenant-role-other': remedy(
    'tenant',
    'platform-team',
    'Let the KMS connection name the role of the custody set-up.',
  ),
  'tenant-account-not-admitted': remedy(
    'cluster',
    'vault-admin',
    'Apply the custody set-up of this cluster; “Custody set-up” shows the difference.',
  ),
  'tenant-namespace-not-selected': remedy(
    'tenant',
    'platform-team',
    'Onboard the namespace, which gives it the label that the role selects.',
  ),
  'tenant-account-missing': remedy('tenant', 'platform-team', ROTATE),
  'tenant-account-deleting': remedy(
    'tenant',
    'platform-team',
    'Wait until the ServiceAccount is gone, then rotate the tenant.',
  ),
  'tenant-token-missing': remedy('tenant', 'platform-team', ROTATE),
  'tenant-token-expired': remedy('tenant', 'platform-team', ROTATE),
  'tenant-token-lost': remedy('tenant', 'platform-team', ROTATE),
  'tenant-token-expiring': remedy(
    'tenant',
    'platform-team',
    'Renew the tenant before the token ends.',
  ),
  'tenant-token-end-unknown': remedy(
    'tenant',
    'platform-team',
    'Onboard the tenant through the portal, which renews the tokens that it makes.',
  ),
  'tenant-token-foreign': remedy(
    'tenant',
    'platform-team',
    'Remove the Secret, then rotate the tenant.',
  ),
  'facts-outdated': meaning(
    'unknown',
    remedy('cluster', 'platform-team', REACH),
  ),
};

import type { Reason } from './api';

/**
 * The stable codes of reasons. Their messages may change, these do not.
 *
 * The record of the volume
 * - `recorded-encrypted`: its attributes say that it was made encrypted
 * - `recorded-unencrypted`: its attributes say that it was made without
 * - `record-invalid`: its attributes hold a value that the driver refuses
 * - `record-ambiguous`: its attributes do not settle what the driver did
 * - `static-volume`: a person wrote the attributes, so they prove nothing
 * - `driver-unknown`, `not-csi`: we know nothing of what made it
 * - `volume-unread`: the volume could not be read
 * - `volume-gone`: the claim's volume does not exist any more
 * - `volume-of-other-claim`: the volume is bound to another claim
 * - `not-provisioned`: there is no volume yet
 * - `waits-for-first-consumer`: none will be made before a pod uses the claim
 * - `copy`: it was made as a copy of a claim or snapshot
 *
 * Of other drivers than Ceph CSI
 * - `always-encrypted`: the service encrypts all that it stores
 * - `reported-encrypted`, `reported-unencrypted`: by the vendor's own object
 * - `nothing-recorded`: the driver writes nothing of encryption on a volume
 * - `vendor-object-unread`: the vendor's own object could not be read
 * - `facts-contradict`: two facts that cannot both be true
 * - `provisioner-differs`: another driver says that it made the volume
 * - `restored-volume`: a backup wrote the volume, with the record of another
 * - `copy-not-settled`: a copy whose record says nothing of its source
 * - `class-asked`: what the class asks for; at most grade E1
 * - `class-of-other-driver`: it cannot have made the volume
 * - `not-mounted`: no pod has it mounted now
 * - `holder-not-known`: encrypted, but who holds the key is not recorded
 * - `remount-not-checked`: what its next mount needs is not followed
 * - `retained-without-key`: the volume is kept, and its key is gone
 *
 * Between the mount and the storage
 * - `in-flight-encrypted`, `in-flight-clear`, `in-flight-unknown`
 *
 * Below the volume: devices of a Ceph cluster, disks of nodes
 * - `cluster-wide-asked`, `cluster-wide-partly`, `cluster-wide-not-asked`,
 *   `cluster-wide-unknown`
 *
 * The class of the volume's name
 * - `class-predicts`: what the class asks for; a prediction, not evidence
 * - `class-newer-than-volume`: it cannot have made the volume
 * - `class-recreated`: and there was another of that name, with other parameters
 * - `class-differs`: it asks for something else than the volume's record
 * - `class-missing`, `class-unread`, `class-unset`
 *
 * The class that a cluster gives to claims that name none
 * - `default-class-encrypted`: it asks for encryption, which is no evidence
 * - `default-class-missing`, `default-class-several`
 * - `default-class-unencrypted`
 * - `default-class-unread`: the classes of the cluster are not known
 *
 * Mounts
 * - `mounted`: a pod runs with it, and the driver has no clear-text fallback
 * - `mount-not-evidence`: a pod runs with it, which alone does not prove it
 * - `formats-at-first-mount`: prepared; no pod has it mounted now
 * - `key-comes-with-first-mount`: file encryption has no key before that
 * - `mount-failed`: a pod could not mount it lately
 * - `facts-outdated`: what the next mount needs was seen too long ago
 * - `mounts-unread`: pods or events could not be read
 *
 * KMS connection
 * - `connection-ok`
 * - `connections-unread`, `tenant-overrides-unread`
 * - `connections-malformed`: an entry that stops every class of the driver
 * - `connection-missing`: no entry of the id that the volume names
 * - `connection-not-object`: the entry is no JSON object
 * - `connection-type-missing`, `connection-type-unknown`
 * - `connection-incomplete`: an option is missing or empty
 * - `connection-option-not-text`: an option is not a JSON string
 * - `connection-option-ignored`: an option that Ceph CSI drops
 * - `connection-option-invalid`: an option whose value Ceph CSI cannot read
 * - `connection-option-of-console`: one that only OpenShift's console reads
 * - `connection-client-certificate-half`: a client certificate without its key,
 *   or the reverse
 * - `connection-backend-detected`: the KV version is not set, so Ceph CSI asks
 *   `sys/mounts` for it
 * - `connection-namespaces-differ`: and asks in another Vault namespace
 * - `connection-path-not-mount`: a KV v2 path that leads into a mount
 * - `connection-destroy-unclear`: `vaultDestroyKeys` neither true nor false
 * - `connection-keys-stay`: it is false, so that keys of deleted volumes stay
 * - `connection-ca-of-class`: the CA is a key of the class's Secrets
 * - `connection-insecure`: no TLS to the Vault, or certificates not verified
 * - `connection-no-file-encryption`: files are encrypted with a passphrase, which
 *   its type does not give out
 * - `connection-not-set-up`: it leads past what is set up for tenants in its KMS
 * - `connection-unresolved`: not known while the connection is not
 * - `tenant-overrides`: the tenant's ConfigMap changes the connection
 *
 * Where KMS connections are read from
 * - `source-unknown`: no Ceph CSI was seen, or nobody may look
 * - `source-differs`: controllers and node plugins read different ConfigMaps
 * - `source-mount-missing`: a mounted ConfigMap is not there; pods do not start
 * - `source-file-missing`: a mounted ConfigMap has no `config.json`
 * - `source-hidden`: a ConfigMap of connections that a mounted one hides
 *
 * The tenant's credential
 * - `tenant-token-ok`, `tenant-token-missing`, `tenant-token-expiring`,
 *   `tenant-token-expired`, `tenant-token-end-unknown`
 * - `tenant-token-foreign`: somebody exchanged it past the portal
 * - `tenant-token-lost`: the KMS did not know it when it was last asked
 * - `tenant-account-ok`: Vault's role admits it; no login is tried
 * - `tenant-account-missing`, `tenant-account-deleting`
 * - `tenant-account-not-admitted`: the role is not bound to its name, or asks for
 *   another audience than its tokens have
 * - `tenant-namespace-not-selected`: the role does not select its namespace
 * - `tenant-role-bound`: to an audience or to addresses, and nobody knows whether
 *   to those of Ceph CSI
 * - `tenant-role-missing`: there is no such role, or no such auth mount
 * - `tenant-role-other`: a role that was not set up, or not for tenants' keys
 * - `tenant-role-unread`: RBAC, policy or a failure hides the role
 * - `credential-unread`: RBAC or a failure hides it
 * - `credential-not-checked`: it is the driver's own
 *
 * KMS and key
 * - `kms-active`, `kms-sealed`, `kms-uninitialised`, `kms-standby`
 * - `kms-unread`: not reached, or it did not say
 * - `kms-not-configured`: the portal does not know a KMS of that address
 * - `key-present`: seen by its metadata; "present", never "valid"
 * - `key-missing`: absent, deleted or destroyed
 * - `key-not-found`: absent where we looked, which may be the wrong KV version
 * - `key-unread`, `key-not-checkable`
 * - `key-written-by-tenant`, `key-written-by-other`
 * - `passphrase-shared`: one passphrase opens many volumes
 * - `no-key-needed`: the volume is not encrypted
 *
 * @public
 */
export type ReasonCode =
  | 'always-encrypted'
  | 'class-asked'
  | 'class-differs'
  | 'class-missing'
  | 'class-newer-than-volume'
  | 'class-of-other-driver'
  | 'class-predicts'
  | 'class-recreated'
  | 'class-unread'
  | 'class-unset'
  | 'cluster-wide-asked'
  | 'cluster-wide-not-asked'
  | 'cluster-wide-partly'
  | 'cluster-wide-unknown'
  | 'connection-backend-detected'
  | 'connection-ca-of-class'
  | 'connection-client-certificate-half'
  | 'connection-destroy-unclear'
  | 'connection-incomplete'
  | 'connection-insecure'
  | 'connection-keys-stay'
  | 'connection-missing'
  | 'connection-namespaces-differ'
  | 'connection-no-file-encryption'
  | 'connection-not-object'
  | 'connection-not-set-up'
  | 'connection-ok'
  | 'connection-option-ignored'
  | 'connection-option-invalid'
  | 'connection-option-not-text'
  | 'connection-option-of-console'
  | 'connection-path-not-mount'
  | 'connection-type-missing'
  | 'connection-type-unknown'
  | 'connection-unresolved'
  | 'connections-malformed'
  | 'connections-unread'
  | 'copy'
  | 'copy-not-settled'
  | 'credential-not-checked'
  | 'credential-unread'
  | 'default-class-encrypted'
  | 'default-class-missing'
  | 'default-class-several'
  | 'default-class-unencrypted'
  | 'default-class-unread'
  | 'driver-unknown'
  | 'facts-contradict'
  | 'facts-outdated'
  | 'formats-at-first-mount'
  | 'holder-not-known'
  | 'in-flight-clear'
  | 'in-flight-encrypted'
  | 'in-flight-unknown'
  | 'key-comes-with-first-mount'
  | 'key-missing'
  | 'key-not-checkable'
  | 'key-not-found'
  | 'key-present'
  | 'key-unread'
  | 'key-written-by-other'
  | 'key-written-by-tenant'
  | 'kms-active'
  | 'kms-not-configured'
  | 'kms-sealed'
  | 'kms-standby'
  | 'kms-uninitialised'
  | 'kms-unread'
  | 'mount-failed'
  | 'mount-not-evidence'
  | 'mounted'
  | 'mounts-unread'
  | 'no-key-needed'
  | 'not-csi'
  | 'not-mounted'
  | 'not-provisioned'
  | 'nothing-recorded'
  | 'passphrase-shared'
  | 'provisioner-differs'
  | 'record-ambiguous'
  | 'record-invalid'
  | 'recorded-encrypted'
  | 'recorded-unencrypted'
  | 'remount-not-checked'
  | 'reported-encrypted'
  | 'reported-unencrypted'
  | 'restored-volume'
  | 'retained-without-key'
  | 'source-differs'
  | 'source-file-missing'
  | 'source-hidden'
  | 'source-mount-missing'
  | 'source-unknown'
  | 'static-volume'
  | 'tenant-account-deleting'
  | 'tenant-account-missing'
  | 'tenant-account-not-admitted'
  | 'tenant-account-ok'
  | 'tenant-namespace-not-selected'
  | 'tenant-overrides'
  | 'tenant-overrides-unread'
  | 'tenant-role-bound'
  | 'tenant-role-missing'
  | 'tenant-role-other'
  | 'tenant-role-unread'
  | 'tenant-token-end-unknown'
  | 'tenant-token-expired'
  | 'tenant-token-expiring'
  | 'tenant-token-foreign'
  | 'tenant-token-lost'
  | 'tenant-token-missing'
  | 'tenant-token-ok'
  | 'vendor-object-unread'
  | 'volume-gone'
  | 'volume-of-other-claim'
  | 'volume-unread'
  | 'waits-for-first-consumer';

/** A reason whose code is one that we documented. @public */
export interface Finding extends Reason {
  code: ReasonCode;
}

import type { DiagnosisRule } from './diagnosisRule';
import { pages } from './pages';

/**
 * KMS connections that Ceph CSI cannot use. Texts: ceph-csi
 * `internal/kms/{kms,vault,vault_sa,secretskms}.go`.
 */
export const connectionRules: readonly DiagnosisRule[] = [
  {
    code: 'connection-malformed',
    pattern: /could not convert contents of "(?<entry>[^"]*)" to s config/,
    owner: 'platform-team',
    cause:
      'The KMS connection "$<entry>" is not valid JSON. It need not be the one this volume uses: while it is there, it blocks every encrypted volume of this driver, for everybody.',
    nextStep:
      'Mend or remove the entry "$<entry>" in the ConfigMap of KMS connections, csi-kms-connection-details if not named otherwise, in the namespace of the Ceph CSI pods.',
    link: pages.cephCsiEncryption,
  },
  {
    code: 'connection-malformed',
    pattern: /failed to convert KMS configuration section: (?<entry>[^\s:]+)/,
    owner: 'platform-team',
    cause:
      'The KMS connection "$<entry>" in the mounted config.json is not a JSON object.',
    nextStep: 'Mend the entry "$<entry>" in the ConfigMap that is mounted.',
    link: pages.cephCsiEncryption,
  },
  {
    code: 'connections-unreadable',
    pattern:
      /failed to (?:parse|read) KMS configuration|can not get ConfigMap "|"POD_NAMESPACE" is not set/,
    unless: /is forbidden: User/,
    owner: 'platform-team',
    cause:
      'Ceph CSI cannot read its KMS connections, so no encrypted volume can be made or mounted.',
    nextStep:
      'Check the ConfigMap of KMS connections that the Ceph CSI pods use, and that they may read it.',
    link: pages.cephCsiEncryption,
  },
  {
    code: 'connections-missing',
    pattern:
      /invalid encryption kms configuration: configmaps "(?<map>[^"]*)" not found/,
    owner: 'platform-team',
    cause:
      'The ConfigMap "$<map>", in which Ceph CSI looks for its KMS connections, does not exist.',
    nextStep:
      'Run the template "KMS connection" for the cluster, or mount the ConfigMap that holds the connections into the Ceph CSI pods.',
    link: pages.cephCsiEncryption,
  },
  {
    code: 'connection-unknown',
    pattern:
      /could not get KMS configuration for "(?<kmsId>[^"]*)" \(have \[(?<have>[^\]]+)\]/,
    owner: 'platform-team',
    cause:
      'The class names the KMS connection "$<kmsId>", which Ceph CSI does not have. It has: $<have>.',
    nextStep:
      'Add the connection "$<kmsId>", or use a class whose encryptionKMSID exists.',
    link: pages.cephCsiEncryption,
  },
  {
    code: 'connection-unknown',
    pattern:
      /could not get KMS configuration for "(?<kmsId>[^"]*)"(?! \(have \[[^\]])/,
    owner: 'platform-team',
    cause:
      'The class names the KMS connection "$<kmsId>", which Ceph CSI does not have.',
    nextStep:
      'Add the connection "$<kmsId>", or use a class whose encryptionKMSID exists.',
    link: pages.cephCsiEncryption,
  },
  {
    code: 'connection-type-unknown',
    pattern: /could not find KMS provider "(?<type>[^"]*)"/,
    owner: 'platform-team',
    cause:
      'The KMS connection of this class has the type "$<type>", which Ceph CSI does not know.',
    nextStep:
      'Correct encryptionKMSType of the connection, such as vaulttenantsa or vaulttokens.',
    link: pages.cephCsiEncryption,
  },
  {
    code: 'connection-type-missing',
    pattern:
      /failed to get KMS provider, missing ?configuration option|could not convert KMS provider ?type/,
    owner: 'platform-team',
    cause: 'The KMS connection of this class has no type.',
    nextStep: 'Set encryptionKMSType of the connection.',
    link: pages.cephCsiEncryption,
  },
  {
    code: 'connection-option-invalid',
    pattern: /failed to set "vaultAuthPath" in Vault config: path is empty/,
    owner: 'platform-team',
    cause:
      'The KMS connection of this class, or the tenant ConfigMap, has an empty vaultAuthPath.',
    nextStep:
      'Remove the key vaultAuthPath, or give the path of the auth mount.',
    link: pages.cephCsiEncryption,
  },
  {
    code: 'connection-option-invalid',
    pattern:
      /configuration option not valid: expected string for "(?<option>[^"]*)"/,
    owner: 'platform-team',
    cause:
      'The option $<option> of the KMS connection is not a JSON string; Ceph CSI takes only strings.',
    nextStep: 'Write the value of $<option> in quotation marks.',
    link: pages.cephCsiEncryption,
  },
  {
    code: 'connection-option-invalid',
    pattern: /configuration option not set: (?<option>\w+)/,
    owner: 'platform-team',
    cause: 'The KMS connection of this class lacks the option $<option>.',
    nextStep: 'Set $<option> in the connection.',
    link: pages.cephCsiEncryption,
  },
  {
    code: 'connection-option-invalid',
    pattern: /failed to parse 'vaultCAVerify'/,
    owner: 'platform-team',
    cause:
      'The option vaultCAVerify of the KMS connection or of the tenant ConfigMap is neither "true" nor "false".',
    nextStep: 'Set vaultCAVerify to "true", or remove it.',
    link: pages.cephCsiEncryption,
  },
  {
    code: 'passphrase-missing',
    pattern:
      /missing encryption passphrase in secrets|missing "encryptionPassphrase" in/,
    owner: 'storage-admin',
    cause:
      'The class has no KMS connection, so Ceph CSI wants one shared passphrase in a Secret, and it is not there.',
    nextStep:
      'Use a class with an encryptionKMSID. On CephFS, also a class that says encrypted: "false" leads here: leave the parameter out.',
    link: pages.rookSecrets,
  },
];

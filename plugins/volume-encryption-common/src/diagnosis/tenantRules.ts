import type { DiagnosisRule } from './diagnosisRule';
import { pages } from './pages';

/**
 * What a namespace lacks for Ceph CSI to act as its tenant. Texts: ceph-csi
 * `internal/kms/{vault_tokens,vault_sa}.go`.
 */
export const tenantRules: readonly DiagnosisRule[] = [
  {
    code: 'token-secret-missing',
    pattern:
      /failed fetching token from (?<namespace>[^/\s]+)\/(?<secret>[^\s:]+): secrets "[^"]*" not found/,
    owner: 'platform-team',
    cause:
      'The namespace $<namespace> has no Secret $<secret>, with which Ceph CSI would prove itself to Vault.',
    nextStep:
      'Run the template "Onboard a tenant" for namespace $<namespace> with custody vaulttokens.',
    link: pages.cephCsiTokens,
  },
  {
    code: 'token-secret-empty',
    pattern:
      /failed fetching token from (?<namespace>[^/\s]+)\/(?<secret>[^\s:]+): failed to parse token/,
    owner: 'platform-team',
    cause:
      'The Secret $<secret> in namespace $<namespace> has no data key "token".',
    nextStep:
      'Remove that Secret and run the template "Onboard a tenant" for namespace $<namespace>.',
    link: pages.cephCsiTokens,
  },
  {
    code: 'token-secret-empty',
    pattern: /VAULT_TOKEN or VAULT_AUTH_METHOD not set/,
    owner: 'platform-team',
    cause: "The token in the tenant's Secret is empty.",
    nextStep:
      'Remove that Secret and run the template "Onboard a tenant" for the namespace.',
    link: pages.cephCsiTokens,
  },
  {
    code: 'driver-not-allowed',
    pattern:
      /is forbidden: User "(?<user>[^"]+)" cannot (?<verb>\w+) resource "(?<resource>[^"]+)"/,
    unless: /no relationship found between node/,
    owner: 'platform-team',
    cause:
      'Kubernetes does not allow the driver ($<user>) to $<verb> $<resource>.',
    nextStep:
      'Give that account the right. Ceph CSI needs it for the controller and for the node plugin.',
    link: pages.rbac,
  },
  {
    code: 'service-account-missing',
    pattern:
      /failed to get ServiceAccount (?<namespace>[^/\s]+)\/(?<account>[^\s:]+): serviceaccounts "[^"]*" not found/,
    owner: 'platform-team',
    cause:
      'The namespace $<namespace> has no ServiceAccount $<account>, as which Ceph CSI would log in to Vault.',
    nextStep:
      'Run the template "Onboard a tenant" for namespace $<namespace> with custody vaulttenantsa.',
    link: pages.cephCsiAccounts,
  },
  {
    code: 'service-account-token-refused',
    pattern:
      /failed to find\/create ServiceAccount token (?<namespace>[^/\s]+)\/(?<account>[^\s:]+)/,
    unless: /is forbidden: User/,
    owner: 'platform-team',
    cause:
      'The driver gets no token for ServiceAccount $<account> in namespace $<namespace>.',
    nextStep:
      'Allow the Ceph CSI pods to create serviceaccounts/token, controller and node plugin alike.',
    link: pages.cephCsiAccounts,
  },
  {
    code: 'tenant-config-unreadable',
    pattern:
      /failed to parse config for tenant: failed to get config \((?<name>[^)]*)\) for tenant \((?<namespace>[^)]*)\)/,
    unless: /is forbidden: User/,
    owner: 'platform-team',
    cause:
      'The driver cannot read the ConfigMap $<name> in namespace $<namespace>.',
    nextStep: 'Allow the Ceph CSI pods to get ConfigMaps in that namespace.',
    link: pages.cephCsiTokens,
  },
  {
    code: 'passphrase-secret-missing',
    pattern:
      /failed to get Secret (?<namespace>[^/\s]+)\/(?<secret>[^\s:]+): secrets "[^"]*" not found/,
    owner: 'platform-team',
    cause:
      'The namespace $<namespace> has no Secret $<secret>, whose passphrase wraps the key of this volume.',
    nextStep:
      'Restore that Secret with the passphrase it had. For a namespace without volumes, make it, or use a class with a Vault connection.',
    link: pages.cephCsiEncryption,
  },
  {
    code: 'kms-certificate-missing',
    pattern:
      /failed to get (?:CA certificate|client certificate(?: key)?) from secret|failed to parse certificates|both client cert and client key must be provided|missing vault CA in secret/,
    unless: /is forbidden: User/,
    owner: 'platform-team',
    cause:
      'A certificate that the KMS connection names is not where the driver looks for it.',
    nextStep:
      'Create the Secrets named by vaultCAFromSecret and vaultClientCert(Key)FromSecret in the namespace of the volume or of the Ceph CSI pods, with the data keys cert and key.',
    link: pages.cephCsiTokens,
  },
];

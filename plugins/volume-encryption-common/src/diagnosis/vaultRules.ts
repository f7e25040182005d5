import type { DiagnosisRule } from './diagnosisRule';
import { pages } from './pages';

/**
 * What Vault or OpenBao answers Ceph CSI. Texts: `vault/api/response.go`
 * (several lines, with the URL), `net/http`, and runs with Vault 1.21.
 */
export const vaultRules: readonly DiagnosisRule[] = [
  {
    code: 'vault-sealed',
    pattern: /Vault is sealed/,
    owner: 'vault-admin',
    cause: 'Vault is sealed: it gives and takes no key.',
    nextStep: 'Unseal Vault. Waiting claims go on by themselves.',
    link: pages.vaultSeal,
  },
  {
    code: 'vault-certificate-refused',
    pattern:
      /(?:Get|Put|Post|Delete|List) "(?<address>https?:\/\/[^/"]+)\/v1\/[^"]*": [^\n]*(?:x509|tls): (?<why>[^\n]+)/,
    owner: 'vault-admin',
    cause:
      'The driver does not accept the certificate of Vault at $<address>: $<why>',
    nextStep:
      'Give the KMS connection the CA that signed it (vaultCAFromSecret), or correct vaultTLSServerName.',
    link: pages.cephCsiTokens,
  },
  {
    code: 'vault-unreachable',
    pattern:
      /(?:Get|Put|Post|Delete|List) "(?<address>https?:\/\/[^/"]+)\/v1\/[^"]*": /,
    unless: /(?:x509|tls): /,
    owner: 'vault-admin',
    cause: 'The driver does not reach Vault at $<address>.',
    nextStep:
      'Check that Vault runs, and that the Ceph CSI pods reach that address from their own network.',
    link: pages.cephCsiUnreachable,
  },
  {
    code: 'vault-role-missing',
    pattern: /invalid role name "(?<role>[^"]*)"/,
    owner: 'vault-admin',
    cause: 'Vault has no role "$<role>" in its Kubernetes auth mount.',
    nextStep:
      'Create the role, or set vaultRole of the KMS connection to one that exists (without it: csi-kubernetes).',
    link: pages.vaultKubernetes,
  },
  {
    code: 'vault-role-not-bound',
    pattern: /(?<what>service account name|namespace) not authorized/,
    owner: 'vault-admin',
    cause: "Vault's role does not admit the tenant: $<what> not authorized.",
    nextStep:
      'Bind the role to the ServiceAccount and the namespace. Where it selects namespaces by label, label the namespace csi-kms=enabled.',
    link: pages.vaultKubernetes,
  },
  {
    code: 'vault-login-refused',
    pattern:
      /unable to log in with Kubernetes auth: Error making API request[\s\S]*Code: 40[03]|failed to renew token: get auth token/,
    unless: /invalid role name|not authorized|"https?:/,
    owner: 'vault-admin',
    cause: "Vault refuses the login of the tenant's ServiceAccount.",
    nextStep:
      'Check vaultAuthPath and vaultRole of the KMS connection, and that Vault can review tokens of this cluster.',
    link: pages.vaultKubernetes,
  },
  {
    code: 'vault-mount-missing',
    pattern: /no handler for route "(?<mount>[^"]*?)(?:\/data\/[^"]*)?"/,
    owner: 'platform-team',
    cause: 'Vault has no mount "$<mount>", where the key is to be.',
    nextStep: 'Run the template "Onboard a tenant" for the namespace.',
    link: pages.vaultKeyValue,
  },
  {
    code: 'vault-mount-missing',
    pattern: /Secrets engine with mount path '(?<mount>[^']*)' not found/,
    owner: 'platform-team',
    cause: 'Vault has no mount "$<mount>", where the key is to be.',
    nextStep: 'Run the template "Onboard a tenant" for the namespace.',
    link: pages.vaultKeyValue,
  },
  {
    code: 'vault-token-invalid',
    pattern: /Code: 403\. Errors:[\s\S]*invalid token/,
    owner: 'platform-team',
    cause:
      "Vault does not know the tenant's token: it was revoked or has ended.",
    nextStep: 'Run the template "Onboard a tenant" for the namespace again.',
    link: pages.vaultTokens,
  },
  {
    code: 'vault-denied',
    pattern: /backendPath=(?<mount>[^,]*),[\s\S]*Code: 403\. Errors:/,
    unless: /invalid token/,
    owner: 'vault-admin',
    cause:
      'Vault denies the tenant its mount "$<mount>". The tenant\'s credential has ended or its policy does not cover the mount; Vault says the same for both.',
    nextStep:
      "Check the tenant's credential, then that the policy covers $<mount>/data/* and $<mount>/metadata/*.",
    link: pages.vaultPolicies,
  },
  {
    code: 'vault-denied',
    pattern: /Code: 403\. Errors:/,
    unless: /backendPath=|invalid token|unable to log in|failed to renew token/,
    owner: 'vault-admin',
    cause:
      "Vault denies the tenant. The tenant's credential has ended or its policy is too small; Vault says the same for both.",
    nextStep:
      "Check the tenant's credential, then its policy. Without vaultBackend in the connection the driver also has to read sys/mounts.",
    link: pages.vaultPolicies,
  },
  {
    code: 'vault-too-busy',
    pattern: /Error making API request[\s\S]*Code: 429/,
    owner: 'vault-admin',
    cause: 'Vault puts the driver off: a rate limit is used up.',
    nextStep:
      "Waiting claims go on by themselves. If it lasts, raise the rate limit quota of the tenant's mount.",
    link: pages.vaultLimits,
  },
  {
    code: 'vault-mount-wants-cas',
    pattern: /check-and-set parameter required for this call/,
    owner: 'vault-admin',
    cause:
      'The mount has cas_required set, and Ceph CSI writes without check-and-set.',
    nextStep: 'Set cas_required of the mount to false.',
    link: pages.vaultKeyValue,
  },
  {
    code: 'key-missing',
    pattern: /No Secret Data found for Secret ID/,
    unless: /failed to fetch passphrase for/,
    owner: 'vault-admin',
    cause:
      'The key of this volume is not where the driver looks: absent, deleted, or the place was changed after the volume was made.',
    nextStep:
      'Undelete the key if the mount keeps old versions. If vaultBackendPath or vaultAddress was changed, change it back.',
    link: pages.vaultKeyValue,
  },
  {
    code: 'vault-refused',
    pattern: /Error making API request[\s\S]*Code: (?<status>(?!403)\d{3})/,
    unless:
      /Vault is sealed|unable to log in[\s\S]*Code: 400|failed to renew token|Code: 429|no handler for route|check-and-set/,
    owner: 'vault-admin',
    cause: 'Vault answers the driver with status $<status>.',
    nextStep: "Look for the call in Vault's log.",
    link: pages.vaultKeyValue,
  },
];

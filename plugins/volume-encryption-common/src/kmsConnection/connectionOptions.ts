/** What Ceph CSI reads of an entry of one type. @public */
export interface KmsTypeOptions {
  /** Every option it reads; any other is ignored. */
  read: readonly string[];
  /** Those without which it refuses the entry. */
  required: readonly string[];
}

/** `internal/kms/vault.go` initConnection. */
const VAULT = [
  'vaultAddress',
  'vaultBackend',
  'vaultBackendPath',
  'vaultDestroyKeys',
  'vaultTLSServerName',
  'vaultNamespace',
  'vaultAuthNamespace',
  'vaultCAVerify',
  'vaultCAFromSecret',
];

/** `internal/kms/vault_tokens.go` parseConfig, initCertificates. */
const TENANT = [
  ...VAULT,
  'tenantConfigName',
  'vaultClientCertFromSecret',
  'vaultClientCertKeyFromSecret',
];

/**
 * By type, all that ceph-csi `internal/kms` has for connections. Exact, case
 * matters.
 *
 * @public
 */
export const kmsTypeOptions: ReadonlyMap<string, KmsTypeOptions> = new Map<
  string,
  KmsTypeOptions
>([
  [
    'vault',
    {
      read: [
        ...VAULT,
        'vaultAuthPath',
        'vaultRole',
        'vaultPassphraseRoot',
        'vaultPassphrasePath',
      ],
      // They have defaults in its text, but it errors without them (`vault.go`).
      required: ['vaultAuthPath', 'vaultRole', 'vaultPassphrasePath'],
    },
  ],
  ['vaulttokens', { read: [...TENANT, 'tenantTokenName'], required: [] }],
  [
    'vaulttenantsa',
    {
      read: [...TENANT, 'tenantSAName', 'vaultAuthPath', 'vaultRole'],
      required: [],
    },
  ],
  ['metadata', { read: ['secretName', 'secretNamespace'], required: [] }],
  [
    'aws-metadata',
    { read: ['KMS_SECRET_NAME', 'AWS_REGION'], required: ['AWS_REGION'] },
  ],
  ['aws-sts-metadata', { read: ['secretName'], required: [] }],
  [
    'azure-kv',
    {
      read: [
        'AZURE_CERT_SECRET_NAME',
        'AZURE_VAULT_URL',
        'AZURE_CLIENT_ID',
        'AZURE_TENANT_ID',
      ],
      required: ['AZURE_VAULT_URL', 'AZURE_CLIENT_ID', 'AZURE_TENANT_ID'],
    },
  ],
  [
    'ibmkeyprotect',
    {
      read: [
        'IBM_KP_SECRET_NAME',
        'IBM_KP_SERVICE_INSTANCE_ID',
        'IBM_KP_BASE_URL',
        'IBM_KP_TOKEN_URL',
        'IBM_KP_REGION',
      ],
      required: ['IBM_KP_SERVICE_INSTANCE_ID'],
    },
  ],
  [
    'kmip',
    {
      read: [
        'KMIP_ENDPOINT',
        'KMIP_SECRET_NAME',
        'TLS_SERVER_NAME',
        'READ_TIMEOUT',
        'WRITE_TIMEOUT',
        'USE_CRYPTO_RPC',
      ],
      required: ['KMIP_ENDPOINT'],
    },
  ],
]);

/** Either names the type of an entry. */
const TYPE_OPTIONS = ['encryptionKMSType', 'KMS_PROVIDER'];

/** Written by OpenShift's console for itself (odf-console `kms-config/utils.tsx`). */
const CONSOLE_OPTIONS = new Set([
  'kmsServiceName',
  'KMS_SERVICE_NAME',
  'vaultAuthMethod',
  'vaultCAFileName',
  'vaultClientCertFileName',
  'vaultClientCertKeyFileName',
]);

/** Seconds, as JSON numbers (`internal/kms/kmip.go` setConfigInt). */
export const NUMBER_OPTIONS: readonly string[] = [
  'READ_TIMEOUT',
  'WRITE_TIMEOUT',
];

/** A JSON boolean, of KMIP since 3.17. */
export const BOOLEAN_OPTION = 'USE_CRYPTO_RPC';

/** Options that an entry of the type must have. */
export function requiredOptions(kmsType: string): readonly string[] {
  return kmsTypeOptions.get(kmsType)?.required ?? [];
}

/** True for an option that only OpenShift's console reads. */
export function isOfConsole(name: string): boolean {
  return CONSOLE_OPTIONS.has(name);
}

/** True for an option that Ceph CSI takes as a JSON string only. */
export function mustBeText(kmsType: string, name: string): boolean {
  if (NUMBER_OPTIONS.includes(name) || name === BOOLEAN_OPTION) return false;
  return TYPE_OPTIONS.includes(name) || isRead(kmsType, name);
}

/**
 * Names of an entry that nobody reads; none where the type is not known, for
 * then nobody can tell.
 */
export function unreadOptions(kmsType: string, names: string[]): string[] {
  return names.filter(
    name =>
      !TYPE_OPTIONS.includes(name) &&
      !isOfConsole(name) &&
      !isRead(kmsType, name),
  );
}

function isRead(kmsType: string, name: string): boolean {
  return kmsTypeOptions.get(kmsType)?.read.includes(name) ?? true;
}

import type { Custody } from '../contract/api';
import type { Finding } from '../contract/reasons';
import { tenantOverrides } from '../kmsConnection/connectionInForce';
import { connectionProblems } from '../kmsConnection/connectionProblems';
import { tenantObjectNames } from '../kmsConnection/kmsConnection';
import type { KeyCustody } from '../keyCustody/keyCustody';
import { valueOf } from '../observation/observed';
import { tenantId } from '../tenant/tenant';
import type { Evidence } from './evidence';
import { judgedCustody, NO_KEY } from './judgedCustody';

type InVault = Extract<KeyCustody, { kind: 'vault' }>;

/** Who holds the key, in a sentence, with what an auditor would ask about. */
export function assessCustody(evidence: Evidence): Custody {
  const { custody, record } = evidence;
  if (record.state === 'judged') return judgedCustody(record, evidence);
  switch (custody.kind) {
    case 'vault':
      return heldByVault(custody, evidence);
    case 'azure':
      return {
        kind: 'held-by-kms',
        summary: 'An Azure Key Vault holds the passphrase of this volume.',
        ...connectionFields(custody),
        credential: 'secret',
        reasons: [],
      };
    case 'wrapped':
      return {
        kind: 'wrapped-in-metadata',
        summary: `The key of this volume lies wrapped in Ceph's metadata; the KMS connection "${custody.connection.kmsId}" (${custody.connection.kmsType}) unwraps it.`,
        ...connectionFields(custody),
        credential: 'secret',
        reasons: [],
      };
    case 'shared':
      return sharedPassphrase(custody, evidence);
    case 'none':
      return NO_KEY;
    default:
      return {
        kind: 'unknown',
        summary:
          record.state === 'not-provisioned'
            ? 'Nobody holds a key yet, because there is no volume.'
            : 'Who holds the key is not known.',
        kmsId: custody.kmsId,
        credential: 'unknown',
        reasons: [custody.finding],
      };
  }
}

function connectionFields({
  connection,
}: {
  connection?: InVault['connection'];
}) {
  return { kmsId: connection?.kmsId, kmsType: connection?.kmsType };
}

function heldByVault(custody: InVault, evidence: Evidence): Custody {
  const { connection, location, credential } = custody;
  const { kms, key, tenant } = evidence.facts;
  const keyPath = `${location.mount}/${location.name}`;
  const description = valueOf(key);
  const name = valueOf(kms)?.name;
  const holder = name
    ? `The KMS "${name}"`
    : `The Vault at ${connection.options.vaultAddress ?? 'an unknown address'}`;
  const isGone = description && description.presence !== 'present';
  const holds = isGone
    ? 'should hold the passphrase of this volume, but does not show one'
    : 'holds the passphrase of this volume';
  return {
    kind: 'held-by-kms',
    summary: `${holder} ${holds}; ${readerOf(custody)} reads it there.`,
    ...connectionFields(custody),
    kms: name,
    keyPath,
    credential,
    key: description,
    reasons: [
      ...writerFindings(custody, evidence),
      ...overrideFindings(connection, valueOf(tenant.configMap)),
      ...connectionProblems(connection),
    ],
  };
}

function readerOf({ connection, credential }: InVault): string {
  const names = tenantObjectNames(connection);
  switch (credential) {
    case 'tenant-token':
      return `the tenant's token in the Secret "${names.tokenSecret}"`;
    case 'tenant-service-account':
      return `the tenant's ServiceAccount "${names.serviceAccount}"`;
    default:
      return "the driver's own ServiceAccount";
  }
}

function writerFindings(
  { location }: InVault,
  { facts, keySeen }: Evidence,
): Finding[] {
  const description = valueOf(facts.key);
  if (!keySeen || description?.writtenByTenant === undefined) return [];
  const writer = description.writtenBy ?? 'an identity without a name';
  // The writer is a tenant by the mount, which may be another tenant's.
  const own = tenantId(facts.cluster, facts.claim.meta.namespace);
  const isOwnMount = location.mount.split('/').at(-1) === own;
  return description.writtenByTenant && isOwnMount
    ? [
        {
          code: 'key-written-by-tenant',
          severity: 'ok',
          grade: 'E5',
          message: `The KMS says that the tenant's own identity wrote the key (${writer}).`,
        },
      ]
    : [
        {
          code: 'key-written-by-other',
          severity: 'warning',
          grade: 'E5',
          message: `The KMS says that another identity than the tenant's wrote the key (${writer}). Ask the Vault's administrators why.`,
        },
      ];
}

function overrideFindings(
  connection: InVault['connection'],
  configMap: Parameters<typeof tenantOverrides>[1],
): Finding[] {
  const names = tenantOverrides(connection, configMap);
  if (names.length === 0) return [];
  return [
    {
      code: 'tenant-overrides',
      severity: names.includes('vaultAddress') ? 'warning' : 'info',
      message: `The namespace's own ConfigMap "${configMap?.meta.name ?? ''}" sets ${names.join(', ')} in place of the shared connection.`,
    },
  ];
}

function sharedPassphrase(
  custody: Extract<KeyCustody, { kind: 'shared' }>,
  { facts, record }: Evidence,
): Custody {
  const secret =
    record.state === 'recorded'
      ? record.volume.csi?.nodeStageSecret
      : undefined;
  const place = secret
    ? `the Secret "${secret.name}" in the namespace "${secret.namespace}"`
    : "the class's Secret";
  const sharedBy = Math.max(1, facts.volumesOfClass);
  return {
    kind: 'shared-passphrase',
    summary: `One passphrase in ${place} opens every volume of the class.`,
    ...connectionFields(custody),
    credential: 'secret',
    sharedBy,
    reasons: [
      {
        code: 'passphrase-shared',
        severity: 'warning',
        grade: 'E2',
        message: `The passphrase is not this volume's own; volumes of the class that are known: ${sharedBy}. For a key of its own use a class with encryptionKMSID.`,
      },
    ],
  };
}

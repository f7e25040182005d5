import type { Finding } from '../contract/reasons';
import { namedKmsId, type EncryptionAsked } from '../driver/encryptionAsked';
import { connectionInForce } from '../kmsConnection/connectionInForce';
import { connectionProblems } from '../kmsConnection/connectionProblems';
import { findConnection } from '../kmsConnection/findConnection';
import type { KeyLocation } from '../kmsConnection/keyLocation';
import { keyLocation } from '../kmsConnection/keyLocation';
import type { KmsConnection } from '../kmsConnection/kmsConnection';
import { keyStoreOf } from '../kmsConnection/kmsConnection';
import type { ConfigMap } from '../kubernetes/objects';
import type { Observed } from '../observation/observed';

/** How the driver proves itself to the Vault. */
export type VaultCredential =
  'tenant-token' | 'tenant-service-account' | 'driver-service-account';

/** Who holds the key of a volume, as its record and the connections say. */
export type KeyCustody =
  /** Not encrypted: there is no key. */
  | { kind: 'none' }
  /** A Vault holds the passphrase itself, and this volume's alone. */
  | {
      kind: 'vault';
      connection: KmsConnection;
      location: KeyLocation;
      credential: VaultCredential;
    }
  /** An Azure Key Vault does. */
  | { kind: 'azure'; connection: KmsConnection }
  /** A KMS wraps a key that is kept in the image's metadata. */
  | { kind: 'wrapped'; connection: KmsConnection }
  /** One passphrase in a Secret of the class opens many volumes. */
  | { kind: 'shared'; connection?: KmsConnection }
  /** Named by the volume, but missing or of no such type: nobody can get it. */
  | { kind: 'broken'; kmsId: string; finding: Finding }
  /** Could not be found out. */
  | { kind: 'unknown'; kmsId?: string; finding: Finding };

/** What custody is resolved from. */
export interface CustodySources {
  asked: EncryptionAsked;
  volumeHandle: string;
  connections: Observed<ConfigMap | undefined>;
  tenantConfigMap: Observed<ConfigMap | undefined>;
}

/** Resolves who holds the key. Source: ceph-csi `internal/kms/kms.go` GetKMS. */
export function resolveCustody(sources: CustodySources): KeyCustody {
  const { asked } = sources;
  switch (asked.encryption) {
    case 'none':
      return { kind: 'none' };
    case 'invalid':
      return { kind: 'unknown', finding: unsettled('record-invalid', asked) };
    case 'unknown':
      return { kind: 'unknown', finding: unsettled('record-ambiguous', asked) };
    default: {
      const kmsId = namedKmsId(asked);
      return kmsId ? custodyOfConnection(kmsId, sources) : { kind: 'shared' };
    }
  }
}

function unsettled(code: Finding['code'], { why }: { why: string }): Finding {
  return { code, severity: 'warning', message: why };
}

function custodyOfConnection(
  kmsId: string,
  sources: CustodySources,
): KeyCustody {
  const found = findConnection(sources.connections, kmsId);
  if ('absence' in found) {
    const kind = found.absence === 'missing' ? 'broken' : 'unknown';
    return { kind, kmsId, finding: found.findings[0] };
  }
  const { connection } = found;
  switch (keyStoreOf(connection)) {
    case 'vault':
      return custodyInVault(connection, sources);
    case 'image-metadata':
      return connection.kmsType === 'metadata' && !connection.options.secretName
        ? { kind: 'shared', connection }
        : { kind: 'wrapped', connection };
    case 'azure':
      return { kind: 'azure', connection };
    default:
      return {
        kind: 'broken',
        kmsId,
        finding: connectionProblems(connection)[0],
      };
  }
}

const CREDENTIALS: Record<string, VaultCredential> = {
  vaulttokens: 'tenant-token',
  vaulttenantsa: 'tenant-service-account',
};

function custodyInVault(
  shared: KmsConnection,
  { tenantConfigMap, volumeHandle }: CustodySources,
): KeyCustody {
  const { kmsId, kmsType } = shared;
  const credential = CREDENTIALS[kmsType] ?? 'driver-service-account';
  if (credential === 'driver-service-account') {
    const location = keyLocation(shared, volumeHandle);
    return { kind: 'vault', connection: shared, location, credential };
  }
  if (tenantConfigMap.status === 'unknown') {
    const finding = unreadOverrides(tenantConfigMap.detail);
    return { kind: 'unknown', kmsId, finding };
  }
  const connection = connectionInForce(shared, tenantConfigMap.value);
  const location = keyLocation(connection, volumeHandle);
  return { kind: 'vault', connection, location, credential };
}

function unreadOverrides(detail: string): Finding {
  return {
    code: 'tenant-overrides-unread',
    severity: 'warning',
    message: `The tenant's own settings may move the key elsewhere, and they could not be read: ${detail}`,
  };
}

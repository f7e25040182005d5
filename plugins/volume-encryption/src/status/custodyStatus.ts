import type { Custody } from 'backstage-plugin-volume-encryption-common';
import { tellingReason } from './reasons';
import type { Status } from './Status';

const credentialNotes: Record<
  NonNullable<Custody['credential']>,
  string | undefined
> = {
  'tenant-service-account': "tenant's ServiceAccount",
  'tenant-token': "tenant's token",
  'driver-service-account': "driver's ServiceAccount",
  secret: 'a Secret',
  none: 'no credential',
  unknown: undefined,
};

/** Who holds the key: how the answer is drawn. */
export function custodyStatus(custody: Custody): Status {
  const status = kindStatus(custody);
  const problem = custody.reasons.find(
    ({ severity }) => severity === 'error' || severity === 'warning',
  );
  if (!problem || status.tone !== 'plain') return status;
  return {
    ...status,
    tone: problem.severity === 'error' ? 'danger' : 'caution',
    icon: problem.severity === 'error' ? 'blocked' : 'warning',
    note: tellingReason(custody.reasons),
  };
}

function kindStatus(custody: Custody): Status {
  switch (custody.kind) {
    case 'held-by-kms':
      return plain(
        `Held by ${holder(custody)}`,
        credentialNotes[custody.credential ?? 'unknown'],
      );
    case 'wrapped-in-metadata':
      return plain('Wrapped in metadata', `by ${holder(custody)}`);
    case 'shared-passphrase':
      return {
        tone: 'caution',
        icon: 'warning',
        label: 'Shared passphrase',
        note: sharedNote(custody.sharedBy),
      };
    case 'held-in-secret':
      return plain('Held in a Secret', "this volume's own");
    case 'held-by-provider':
      return plain('Held by the provider');
    case 'held-by-array':
      return plain('Held by the storage array');
    case 'held-on-node':
      return plain('Held on the node', 'in a file');
    case 'none':
      return plain('No key');
    default:
      return {
        tone: 'unknown',
        icon: 'question',
        label: 'Unknown',
        note: tellingReason(custody.reasons),
      };
  }
}

function plain(label: string, note?: string): Status {
  return { tone: 'plain', icon: 'key', label, note };
}

function holder({ kms, kmsId }: Custody): string {
  return kms ?? kmsId ?? 'KMS';
}

function sharedNote(sharedBy: number | undefined): string {
  if (sharedBy === undefined) return 'opens more than this volume';
  return sharedBy === 1 ? 'opens 1 volume' : `opens ${sharedBy} volumes`;
}

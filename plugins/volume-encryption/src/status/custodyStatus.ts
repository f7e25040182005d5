import type { Custody } from 'backstage-plugin-volume-encryption-common';
import { tellingReason } from './reasons';
import type { Status } from './Status';

/** Who holds the key: how the answer is drawn. */
export function custodyStatus(custody: Custody): Status {
  const status = kindStatus(custody);
  const problem = custody.reasons.find(
    ({ severity }) => severity === 'error' || severity === 'warning',
  );
  if (!problem || status.tone !== 'neutral') return status;
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
      return neutral(
        holder(custody),
        credentialNotes[custody.credential ?? 'unknown'],
      );
    case 'wrapped-in-metadata':
      return neutral('Wrapped in metadata', holder(custody));
    case 'shared-passphrase':
      return {
        tone: 'caution',
        icon: 'warning',
        label: 'Shared passphrase',
        note: sharedNote(custody.sharedBy),
      };
    case 'none':
      return neutral('No key');
    default:
      return {
        tone: 'unknown',
        icon: 'question',
        label: 'Unknown',
        note: tellingReason(custody.reasons),
      };
  }
}

function neutral(label: string, note?: string): Status {
  return { tone: 'neutral', icon: 'key', label, note };
}

function holder({ kms, kmsId }: Custody): string {
  return kms ?? kmsId ?? 'KMS';
}

function sharedNote(sharedBy: number | undefined): string {
  if (sharedBy === undefined) return 'one for all volumes of the class';
  return sharedBy === 1 ? 'opens 1 volume' : `opens ${sharedBy} volumes`;
}

const credentialNotes: Record<
  NonNullable<Custody['credential']>,
  string | undefined
> = {
  'tenant-service-account': "by the tenant's ServiceAccount",
  'tenant-token': "by the tenant's token",
  'driver-service-account': "by the driver's ServiceAccount",
  secret: 'by a Secret',
  none: 'without a credential',
  unknown: undefined,
};

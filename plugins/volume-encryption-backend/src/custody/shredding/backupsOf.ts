import type { Receipt } from 'backstage-plugin-volume-encryption-common';

/** What no receipt can promise: nobody knows what was copied before. */
export function backupsOf(kms: string): Receipt['remaining'][number] {
  return {
    name: `backups of KMS "${kms}"`,
    reason:
      'Snapshots of its storage from before hold the keys until they are deleted; whoever can restore one can read them.',
  };
}

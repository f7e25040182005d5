import type { Receipt } from '../contract/api';

/**
 * What no receipt can promise: nobody knows what was copied before.
 *
 * @param kms - the portal's name of the KMS
 * @public
 */
export function backupsOf(kms: string): Receipt['remaining'][number] {
  return {
    name: `backups of KMS "${kms}"`,
    reason:
      'Snapshots of its storage from before hold the keys until they are deleted; whoever can restore one can read them.',
  };
}

/** What remains of the mount itself: all but the backups of its KMS. @public */
export function keysLeft({
  kms,
  remaining,
}: Pick<Receipt, 'kms' | 'remaining'>): Receipt['remaining'] {
  const backups = backupsOf(kms).name;
  return remaining.filter(({ name }) => name !== backups);
}

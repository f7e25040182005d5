import type { Receipt } from 'backstage-plugin-volume-encryption-common';
import { requireCustodian } from './requireCustodian';
import type { Shredding, ShreddingParts } from './shredKeys';

/**
 * Removes the tenant's mount, which has no key any more, and closes the receipt.
 * Throws `not-allowed` without a custodian, `in-use` while there is a key, and
 * what the KMS throws.
 */
export async function removeMount(
  { tenant, mount, signal }: Shredding,
  { kms, receipts }: Pick<ShreddingParts, 'kms' | 'receipts'>,
): Promise<{ outcome: 'deleted' | 'unchanged'; receipt?: Receipt }> {
  const removed = await requireCustodian(kms).removeMount(mount, { signal });
  const open = await receipts.findOpen(tenant);
  const receipt = open && { ...open.receipt, mountRemoved: true };
  if (receipt) await receipts.keep(receipt);
  return { outcome: removed === 'deleted' ? 'deleted' : 'unchanged', receipt };
}

import {
  backupsOf,
  keysLeft,
  type Receipt,
} from 'backstage-plugin-volume-encryption-common';
import { requireCustodian } from './requireCustodian';
import type { Shredding, ShreddingParts } from './shredKeys';

const WENT_WITH_MOUNT =
  'The mount was removed past the portal before this was destroyed: that it is gone for good was not seen.';

/**
 * Removes the tenant's mount, which has no key any more, and closes the receipt;
 * as not finished where somebody else removed the mount before all was destroyed.
 * Throws `not-allowed` without a custodian, `in-use` while there is a key, and
 * what the KMS throws.
 */
export async function removeMount(
  { tenant, mount, signal }: Shredding,
  { kms, receipts }: Pick<ShreddingParts, 'kms' | 'receipts'>,
): Promise<{ outcome: 'deleted' | 'unchanged'; receipt?: Receipt }> {
  const removed = await requireCustodian(kms).removeMount(mount, { signal });
  const open = await receipts.findOpen(tenant);
  const receipt = open && closed(open.receipt);
  if (receipt) await receipts.keep(receipt);
  return { outcome: removed === 'deleted' ? 'deleted' : 'unchanged', receipt };
}

function closed(receipt: Receipt): Receipt {
  if (receipt.finished) return { ...receipt, mountRemoved: true };
  const left = keysLeft(receipt).map(({ name }) => ({
    name,
    reason: WENT_WITH_MOUNT,
  }));
  const remaining = [backupsOf(receipt.kms), ...left];
  return { ...receipt, mountRemoved: true, remaining };
}

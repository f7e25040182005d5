import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  isVolumeEncryptionError,
  VolumeEncryptionError,
  type Receipt,
  type VolumeEncryptionErrorCode,
} from 'backstage-plugin-volume-encryption-common';
import type {
  KeyCustodian,
  Kms,
} from 'backstage-plugin-volume-encryption-node';
import { ownWords } from '../../network/ownWords';
import { inBatches } from '../inBatches';
import type { OpenReceipt, Receipts, ShreddedKey } from '../receipts/Receipts';
import type { Tenant } from '../TenantCredential';
import { allKeys, type FoundKeys } from './allKeys';
import {
  keyOf,
  receiptOf,
  settled,
  withOutcomes,
  type Outcome,
  type Progress,
} from './progress';
import { requireCustodian } from './requireCustodian';

/** The keys of a tenant's mount, to be destroyed. */
export interface Shredding {
  tenant: Tenant;
  /** Path without slashes at the ends. */
  mount: string;
  /** Entity ref. */
  requestedBy: string;
  signal?: AbortSignal;
}

/** What destroys keys and what remembers it. */
export interface ShreddingParts {
  kms: Kms;
  receipts: Receipts;
  logger: LoggerService;
  now: () => Date;
}

/** Between two of them the receipt is kept, and a line is logged. */
const AT_A_TIME = 50;
const IN_PARALLEL = 8;

/** Of a KMS that is out of order, or a caller who has gone; not of one key. */
const STOPS: readonly VolumeEncryptionErrorCode[] = [
  'aborted',
  'kms-unreachable',
  'kms-sealed',
  'timeout',
];

/**
 * Destroys every key of the mount, in all folders and with all versions, and
 * keeps the receipt as it goes: before some are destroyed they are recorded as
 * in hand, so that what a crash leaves is found by the next run. The receipt
 * tells also of what earlier runs destroyed, and at each moment what remains.
 *
 * Throws `not-allowed` without a custodian; `aborted` between two batches; and
 * `conflict` when keys remain, after all others have been tried. The receipt is
 * kept in each case.
 */
export async function shredKeys(
  shredding: Shredding,
  parts: ShreddingParts,
): Promise<Receipt> {
  const { tenant, mount, signal } = shredding;
  const { kms, receipts } = parts;
  requireCustodian(kms);
  const found = await allKeys(kms, { mount }, { signal });
  const open = await receipts.findOpen(tenant);
  let progress = beginAgain(open, found, { shredding, now: parts.now() });
  await receipts.keep(receiptOf(progress));
  const { names } = found;
  for (let start = 0; start < names.length; start += AT_A_TIME) {
    const some = names.slice(start, start + AT_A_TIME);
    progress = await tryEach(some, progress, { shredding, parts });
    await keepOf(progress, parts);
    stopIfAborted(signal, progress.receipt);
    parts.logger.info(
      `Keys of ${mount}: ${start + some.length} of ${names.length} tried`,
    );
  }
  const left = await allKeys(kms, { mount }, { signal });
  const receipt = settled(progress, left);
  await receipts.keep(receipt);
  requireNothingLeft(left, receipt);
  return receipt;
}

/** Of what was in hand when a run broke off, what is gone was destroyed. */
function beginAgain(
  open: OpenReceipt | undefined,
  found: FoundKeys,
  { shredding, now }: { shredding: Shredding; now: Date },
): Progress {
  const { tenant, mount, requestedBy } = shredding;
  const there = new Set(found.names);
  const gone = (open?.inHand ?? []).filter(({ name }) => !there.has(name));
  const receipt = {
    tenantId: tenant.tenantId,
    kms: tenant.kms,
    mount,
    mountRemoved: false,
    finished: false,
    destroyed: [...(open?.receipt.destroyed ?? []), ...gone],
    remaining: [],
    at: now.toISOString(),
    requestedBy,
  };
  return { receipt, found, tried: [], failed: [] };
}

/** One batch: recorded as in hand, then destroyed. */
async function tryEach(
  names: readonly string[],
  progress: Progress,
  { shredding, parts }: { shredding: Shredding; parts: ShreddingParts },
): Promise<Progress> {
  const { mount, signal } = shredding;
  const custodian = requireCustodian(parts.kms);
  const described = await inBatches(names, { size: IN_PARALLEL }, name =>
    withVersions(parts.kms, { mount, name }, signal),
  );
  const inHand = described.filter(it => it.reason === undefined).map(keyOf);
  const unknown = described.filter(it => it.reason !== undefined);
  const begun = withOutcomes(progress, unknown);
  await keepOf(begun, parts, inHand);
  const outcomes = await inBatches(inHand, { size: IN_PARALLEL, signal }, key =>
    destroy(custodian, mount, key),
  );
  return withOutcomes(begun, outcomes);
}

/** With all that may be destroyed without our knowing it as in hand. */
function keepOf(
  progress: Progress,
  { receipts }: ShreddingParts,
  inHand: readonly ShreddedKey[] = [],
): Promise<void> {
  const undecided = [...progress.failed.map(keyOf), ...inHand];
  return receipts.keep(receiptOf(progress, inHand), undecided);
}

/** A key that cannot be asked about does not keep the others from their end. */
async function withVersions(
  kms: Kms,
  key: { mount: string; name: string },
  signal: AbortSignal | undefined,
): Promise<Outcome> {
  const { name } = key;
  try {
    const { currentVersion } = await kms.describeKey(key, { signal });
    return { key: { name, versions: currentVersion ?? 0 } };
  } catch (error) {
    if (isVolumeEncryptionError(error) && STOPS.includes(error.code)) {
      throw error;
    }
    return { key: { name, versions: 0 }, reason: ownWords(error) };
  }
}

/** Without the signal: a request that is cut off may have destroyed. */
async function destroy(
  custodian: KeyCustodian,
  mount: string,
  key: ShreddedKey,
): Promise<Outcome> {
  try {
    await custodian.destroyKey({ mount, name: key.name }, {});
    return { key };
  } catch (error) {
    return { key, reason: ownWords(error) };
  }
}

function stopIfAborted(
  signal: AbortSignal | undefined,
  { mount, destroyed }: Receipt,
): void {
  if (!signal?.aborted) return;
  throw new VolumeEncryptionError(
    'aborted',
    `Stopped when ${destroyed.length} keys of ${mount} were destroyed; the receipt tells which. Run it again to destroy the others.`,
  );
}

function requireNothingLeft(left: FoundKeys, receipt: Receipt): void {
  const remaining = [...left.names, ...left.unlisted.map(({ name }) => name)];
  if (remaining.length === 0) return;
  const [first] = remaining;
  const { reason } = receipt.remaining.find(({ name }) => name === first) ?? {};
  throw new VolumeEncryptionError(
    'conflict',
    `${remaining.length} keys of ${receipt.mount} remain, such as ${first}: ${reason} ${receipt.destroyed.length} are destroyed. The receipt tells which; run it again when the cause is gone.`,
  );
}

import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  VolumeEncryptionError,
  type Receipt,
} from 'backstage-plugin-volume-encryption-common';
import type {
  KeyCustodian,
  Kms,
} from 'backstage-plugin-volume-encryption-node';
import { ownWords } from '../../network/ownWords';
import { inBatches } from '../inBatches';
import type { OpenReceipt, Receipts, ShreddedKey } from '../receipts/Receipts';
import type { Tenant } from '../TenantCredential';
import { allKeys } from './allKeys';
import { backupsOf } from './backupsOf';
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

type Outcome = { key: ShreddedKey; reason?: string };

/**
 * Destroys every key of the mount, in all folders and with all versions, and
 * keeps the receipt as it goes: before some are destroyed they are recorded as
 * in hand, so that what a crash leaves is found by the next run. The receipt
 * tells also of what earlier runs destroyed.
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
  const { kms, receipts, logger } = parts;
  const custodian = requireCustodian(kms);
  const names = await allKeys(kms, { mount }, { signal });
  const open = await receipts.findOpen(tenant);
  let receipt = beginAgain(open, names, { shredding, now: parts.now() });
  let undecided: ShreddedKey[] = [];
  await receipts.keep(receipt);
  for (let start = 0; start < names.length; start += AT_A_TIME) {
    const some = names.slice(start, start + AT_A_TIME);
    const inHand = await inBatches(some, { size: IN_PARALLEL }, name =>
      withVersions(kms, { mount, name }, signal),
    );
    await receipts.keep(receipt, [...undecided, ...inHand]);
    const outcomes = await inBatches(
      inHand,
      { size: IN_PARALLEL, signal },
      key => destroy(custodian, mount, key),
    );
    receipt = withOutcomes(receipt, outcomes);
    undecided = [...undecided, ...outcomes.filter(hasFailed).map(keyOf)];
    await receipts.keep(receipt, undecided);
    stopIfAborted(signal, receipt);
    logger.info(
      `Keys of ${mount}: ${start + some.length} of ${names.length} tried`,
    );
  }
  const left = await allKeys(kms, { mount }, { signal });
  receipt = settled(receipt, undecided, left);
  await receipts.keep(receipt);
  requireNothingLeft(left, receipt);
  return receipt;
}

/** Of what was in hand when a run broke off, what is gone was destroyed. */
function beginAgain(
  open: OpenReceipt | undefined,
  names: readonly string[],
  { shredding, now }: { shredding: Shredding; now: Date },
): Receipt {
  const { tenant, mount, requestedBy } = shredding;
  const there = new Set(names);
  const gone = (open?.inHand ?? []).filter(({ name }) => !there.has(name));
  return {
    tenantId: tenant.tenantId,
    kms: tenant.kms,
    mount,
    mountRemoved: false,
    destroyed: [...(open?.receipt.destroyed ?? []), ...gone],
    remaining: [backupsOf(tenant.kms)],
    at: now.toISOString(),
    requestedBy,
  };
}

async function withVersions(
  kms: Kms,
  key: { mount: string; name: string },
  signal: AbortSignal | undefined,
): Promise<ShreddedKey> {
  const { currentVersion } = await kms.describeKey(key, { signal });
  return { name: key.name, versions: currentVersion ?? 0 };
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

function hasFailed({ reason }: Outcome): boolean {
  return reason !== undefined;
}

function keyOf({ key }: Outcome): ShreddedKey {
  return key;
}

function withOutcomes(receipt: Receipt, outcomes: readonly Outcome[]): Receipt {
  const done = outcomes.filter(it => !hasFailed(it)).map(keyOf);
  const left = outcomes.flatMap(({ key: { name }, reason }) =>
    reason === undefined ? [] : [{ name, reason }],
  );
  return {
    ...receipt,
    destroyed: [...receipt.destroyed, ...done],
    remaining: [...receipt.remaining, ...left],
  };
}

/**
 * A request that failed may have destroyed all the same, as one whose answer was
 * lost: what is not there any more was destroyed, and does not remain.
 */
function settled(
  receipt: Receipt,
  undecided: readonly ShreddedKey[],
  left: readonly string[],
): Receipt {
  const there = new Set(left);
  const gone = undecided.filter(({ name }) => !there.has(name));
  const isGone = new Set(gone.map(({ name }) => name));
  return {
    ...receipt,
    destroyed: [...receipt.destroyed, ...gone],
    remaining: receipt.remaining.filter(({ name }) => !isGone.has(name)),
  };
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

function requireNothingLeft(left: readonly string[], receipt: Receipt): void {
  if (left.length === 0) return;
  const [first] = left;
  const { reason = 'It was written meanwhile.' } =
    receipt.remaining.find(({ name }) => name === first) ?? {};
  throw new VolumeEncryptionError(
    'conflict',
    `${left.length} keys of ${receipt.mount} remain, such as ${first}: ${reason} ${receipt.destroyed.length} are destroyed. The receipt tells which; run it again when the cause is gone.`,
  );
}

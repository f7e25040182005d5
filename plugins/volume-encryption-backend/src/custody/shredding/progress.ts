import {
  backupsOf,
  type Receipt,
} from 'backstage-plugin-volume-encryption-common';
import type { ShreddedKey } from '../receipts/Receipts';
import type { FoundKeys } from './allKeys';

/** What came of one key; the reason is why it was not destroyed. */
export type Outcome = { key: ShreddedKey; reason?: string };

/** How far the destruction of a mount's keys has come. */
export interface Progress {
  receipt: Receipt;
  found: FoundKeys;
  /** Names of those of which this run has an outcome. */
  tried: readonly string[];
  /** Of those tried that may be there still: a lost answer tells nothing. */
  failed: readonly Outcome[];
}

const NOT_TRIED = 'Not tried yet.';
const BEGUN = 'Its destruction was begun; the next run finds out how it ended.';
const MEANWHILE = 'It was written meanwhile.';

export function withOutcomes(
  { failed, tried, ...progress }: Progress,
  outcomes: readonly Outcome[],
): Progress {
  const { receipt } = progress;
  const done = outcomes.filter(it => it.reason === undefined).map(keyOf);
  return {
    ...progress,
    receipt: { ...receipt, destroyed: [...receipt.destroyed, ...done] },
    tried: [...tried, ...outcomes.map(({ key: { name } }) => name)],
    failed: [...failed, ...outcomes.filter(it => it.reason !== undefined)],
  };
}

/** The receipt as it is true now, also if nothing came after it. */
export function receiptOf(
  { receipt, found, failed, ...progress }: Progress,
  inHand: readonly ShreddedKey[] = [],
): Receipt {
  const tried = new Set(progress.tried);
  const begun = new Set(inHand.map(({ name }) => name));
  const untried = found.names
    .filter(name => !tried.has(name))
    .map(name => ({ name, reason: begun.has(name) ? BEGUN : NOT_TRIED }));
  const remaining = [...failed.map(reasonOf), ...untried, ...found.unlisted];
  return withRemaining(receipt, remaining);
}

/**
 * The receipt after a last look at the mount. A request that failed may have
 * destroyed all the same, as one whose answer was lost: what is not there any
 * more was destroyed, and does not remain.
 */
export function settled(
  { receipt, failed }: Progress,
  left: FoundKeys,
): Receipt {
  const there = new Set(left.names);
  const gone = failed.map(keyOf).filter(({ name }) => !there.has(name));
  const reasons = new Map(failed.map(it => [it.key.name, it.reason]));
  const kept = left.names.map(name => ({
    name,
    reason: reasons.get(name) ?? MEANWHILE,
  }));
  const remaining = [...kept, ...left.unlisted];
  const destroyed = [...receipt.destroyed, ...gone];
  const finished = remaining.length === 0;
  return withRemaining({ ...receipt, destroyed, finished }, remaining);
}

function withRemaining(
  receipt: Receipt,
  remaining: Receipt['remaining'],
): Receipt {
  return { ...receipt, remaining: [backupsOf(receipt.kms), ...remaining] };
}

export function keyOf({ key }: Outcome): ShreddedKey {
  return key;
}

function reasonOf({ key: { name }, reason = '' }: Outcome) {
  return { name, reason };
}

import type { Diagnosis } from '../contract/api';
import type { ClusterEvent } from '../kubernetes/objects';
import { type Explanation, explain } from './diagnosisRule';
import { maskSecrets } from './maskSecrets';
import { isAboutStorage, relevantEvents } from './relevantEvents';
import { statusRules, textRules } from './rules';
import { withoutIds } from './withoutIds';

/** The claim waits for its first pod, as its class wants it. */
const WAITING = new Set(['waiting-for-pod', 'waiting-for-scheduling']);

/**
 * Why claims are stuck, from the events about a claim, its volume and its pods:
 * failures first, then what only waits, the newest first in each. Retries that
 * differ only in ids are folded into one with their counts summed; a text that
 * no rule knows is shown as it came, with the code `unrecognised`. Nothing that
 * looks like a credential gets through.
 */
export function diagnose(events: readonly ClusterEvent[]): Diagnosis[] {
  const folded = new Map<string, Diagnosis>();
  for (const event of relevantEvents(events)) {
    const found = diagnoseOne(event);
    if (found) {
      const { key, diagnosis } = found;
      folded.set(key, merged(folded.get(key), diagnosis));
    }
  }
  return [...folded.values()].sort(
    (a, b) => rank(a) - rank(b) || timeOf(b.lastSeen) - timeOf(a.lastSeen),
  );
}

function diagnoseOne(event: ClusterEvent) {
  const raw = maskSecrets(event.message);
  const known = explain(raw, textRules);
  const explained = known ?? explain(raw, statusRules) ?? unrecognised(event);
  if (!explained) return undefined;
  const diagnosis: Diagnosis = {
    ...explained,
    raw,
    count: Math.max(1, event.count),
    firstSeen: event.firstSeen,
    lastSeen: event.lastSeen,
  };
  return { key: known?.cause ?? withoutIds(raw), diagnosis };
}

function unrecognised(event: ClusterEvent): Explanation | undefined {
  if (!isAboutStorage(event)) {
    return undefined;
  }
  return {
    code: 'unrecognised',
    owner: 'unknown',
    cause: `${event.reason}: see the text of the cluster.`,
    nextStep: 'Read the text below, or show it to the platform team.',
  };
}

function merged(one: Diagnosis | undefined, other: Diagnosis): Diagnosis {
  if (!one) {
    return other;
  }
  const newest = timeOf(other.lastSeen) > timeOf(one.lastSeen) ? other : one;
  const oldest = timeOf(other.firstSeen) < timeOf(one.firstSeen) ? other : one;
  return {
    ...newest,
    count: one.count + other.count,
    firstSeen: oldest.firstSeen,
  };
}

function rank({ code }: Diagnosis): number {
  return WAITING.has(code) ? 1 : 0;
}

function timeOf(time: string | undefined): number {
  return time === undefined ? 0 : Date.parse(time);
}

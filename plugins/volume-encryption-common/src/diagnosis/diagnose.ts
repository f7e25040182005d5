import type { Diagnosis } from '../contract/api';
import type { ClusterEvent } from '../kubernetes/objects';
import { claimRules } from './claimRules';
import { connectionRules } from './connectionRules';
import { type Explanation, explain } from './diagnosisRule';
import { maskSecrets } from './maskSecrets';
import { mountRules } from './mountRules';
import { isAboutStorage, relevantEvents } from './relevantEvents';
import { storageRules } from './storageRules';
import { tenantRules } from './tenantRules';
import { vaultRules } from './vaultRules';

/** Inner causes before the wrappers that carry them. */
const RULES = [
  ...connectionRules,
  ...tenantRules,
  ...vaultRules,
  ...storageRules,
  ...claimRules,
  ...mountRules,
];

/**
 * Why claims are stuck, newest first, from the events about a claim, its volume
 * and its pods. Retries that differ only in ids are folded into one with their
 * counts summed; a text that no rule knows is shown as it came, with the code
 * `unrecognised`. Nothing that looks like a credential gets through.
 */
export function diagnose(events: readonly ClusterEvent[]): Diagnosis[] {
  const folded = new Map<string, Diagnosis>();
  for (const event of relevantEvents(events)) {
    const diagnosis = diagnoseOne(event);
    if (diagnosis) {
      const key = foldingKey(diagnosis);
      folded.set(key, merged(folded.get(key), diagnosis));
    }
  }
  return [...folded.values()].sort((a, b) => seenAt(b) - seenAt(a));
}

function diagnoseOne(event: ClusterEvent): Diagnosis | undefined {
  const raw = maskSecrets(event.message);
  const explained = explain(raw, RULES) ?? unrecognised(event);
  return (
    explained && {
      ...explained,
      raw,
      count: Math.max(1, event.count),
      lastSeen: event.lastSeen,
    }
  );
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

function foldingKey({ code, cause, raw }: Diagnosis): string {
  return code === 'unrecognised' ? maskIds(raw) : `${code} ${cause}`;
}

/**
 * The text without what differs between retries and provisioner releases:
 * uuids (in volume handles and image names), the source port of a connection,
 * and the phrases that external-provisioner <= 5 and 6.4 put in front.
 */
function maskIds(text: string): string {
  return text
    .replace(/^failed to provision volume with StorageClass "[^"]*": /, '')
    .replace(
      /^Volume provisioning failed with infeasible error\. [^:]*?(?=rpc error:)/,
      '',
    )
    .replace(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/gi, 'ID')
    .replace(/:\d+->/g, ':PORT->');
}

function merged(one: Diagnosis | undefined, other: Diagnosis): Diagnosis {
  if (!one) {
    return other;
  }
  const newest = seenAt(other) > seenAt(one) ? other : one;
  return { ...newest, count: one.count + other.count };
}

function seenAt({ lastSeen }: Diagnosis): number {
  return lastSeen === undefined ? 0 : Date.parse(lastSeen);
}

import {
  observed,
  valueOf,
  type InspectedTenant,
  type KmsKey,
  type Observed,
  type TenantInspection,
  type TenantKey,
} from 'backstage-plugin-volume-encryption-common';
import type { Kms } from 'backstage-plugin-volume-encryption-node';
import { observe } from '../status/observe';
import { observedIn, type ClusterSnapshot } from '../volumeIndex';
import type { EncryptedVolume } from './encryptedVolumes';

/** What the clusters that use the KMS have of the keys of a mount, by name. */
export type JudgedKeys = ReadonlyMap<string, KmsKey>;

/** Whether the volumes of a cluster are known. */
export function volumesKnown(snapshot: ClusterSnapshot): Observed<boolean> {
  return observedIn(snapshot, snapshot.tables.PersistentVolume, () => true);
}

/**
 * Keys and volumes that do not go together. File encryption has no key before
 * the first mount, so that its volumes cannot miss one.
 * @param encrypted - volumes that have their keys in this mount
 */
export function unmatchedKeys(
  names: Observed<string[]>,
  { volumes, judged }: { volumes: Observed<boolean>; judged: JudgedKeys },
  encrypted: readonly EncryptedVolume[],
): InspectedTenant['keys'] {
  if (names.status === 'unknown') return names;
  if (volumes.status === 'unknown') return volumes;
  const keys = new Set(names.value);
  const missing = encrypted
    .filter(({ encryption }) => encryption === 'block')
    .filter(({ volume: { csi } }) => csi && !keys.has(csi.volumeHandle))
    .map(({ volume }) => volume.meta.name);
  const withoutVolume = names.value.filter(
    it => judged.get(it)?.state === 'orphan',
  );
  return observed({ withoutVolume, missing: missing.sort() }, names.at);
}

/** A page of a tenant's keys. */
export interface KeyPage {
  keys: TenantInspection['keys'];
  /** What the KMS said of each, or why it did not. */
  facts: readonly Observed<unknown>[];
}

/**
 * A page of the keys, each as its metadata tells, with what has it. One that the
 * KMS would not describe is not among them.
 */
export async function keyPage(
  names: readonly string[],
  page: { limit: number; offset: number },
  asked: { kms: Kms; mount: string; judged: JudgedKeys; at: string },
): Promise<KeyPage> {
  const { kms, mount, judged, at } = asked;
  const { limit, offset } = page;
  const facts = await Promise.all(
    names.slice(offset, offset + limit).map(name =>
      observe(at, async () => {
        const key = await kms.describeKey({ mount, name }, {});
        return { name, key, ...useOf(judged.get(name)) };
      }),
    ),
  );
  const items = facts.flatMap(it => valueOf(it) ?? []);
  return { keys: { total: names.length, offset, limit, items }, facts };
}

function useOf(judged: KmsKey | undefined): Omit<TenantKey, 'name' | 'key'> {
  if (judged) {
    const { state, code, message, users } = judged;
    return { state, code, message, users };
  }
  return {
    state: 'unknown',
    code: 'key-looked-at-before',
    message: 'Nothing is known of what has it.',
    users: [],
  };
}

import {
  observed,
  valueOf,
  type InspectedTenant,
  type Observed,
  type PersistentVolume,
  type TenantInspection,
} from 'backstage-plugin-volume-encryption-common';
import type { Kms } from 'backstage-plugin-volume-encryption-node';
import { all, observedIn, type ClusterSnapshot } from '../volumeIndex';
import type { EncryptedVolume } from './encryptedVolumes';
import { observe } from '../status/observe';

/** Volumes by handle: the names of their keys. */
export type ByHandle = ReadonlyMap<string, PersistentVolume>;

/** The volumes of a cluster, or why they are not known. */
export function volumesByHandle(snapshot: ClusterSnapshot): Observed<ByHandle> {
  return observedIn(snapshot, snapshot.tables.PersistentVolume, table => {
    const entries = all(table).flatMap(volume =>
      volume.csi ? [[volume.csi.volumeHandle, volume] as const] : [],
    );
    return new Map(entries);
  });
}

/**
 * Keys and volumes that do not go together. File encryption has no key before
 * the first mount, so that its volumes cannot miss one.
 * @param encrypted - volumes that have their keys in this mount
 */
export function unmatchedKeys(
  names: Observed<string[]>,
  volumes: Observed<ByHandle>,
  encrypted: readonly EncryptedVolume[],
): InspectedTenant['keys'] {
  if (names.status === 'unknown') return names;
  if (volumes.status === 'unknown') return volumes;
  const keys = new Set(names.value);
  const missing = encrypted
    .filter(({ encryption }) => encryption === 'block')
    .filter(({ volume: { csi } }) => csi && !keys.has(csi.volumeHandle))
    .map(({ volume }) => volume.meta.name);
  const withoutVolume = names.value.filter(it => !volumes.value.has(it));
  return observed({ withoutVolume, missing: missing.sort() }, names.at);
}

/** A page of a tenant's keys. */
export interface KeyPage {
  keys: TenantInspection['keys'];
  /** What the KMS said of each, or why it did not. */
  facts: readonly Observed<unknown>[];
}

/**
 * A page of the keys, each as its metadata tells, with its volume and claim. One
 * that the KMS would not describe is not among them.
 */
export async function keyPage(
  names: readonly string[],
  page: { limit: number; offset: number },
  asked: { kms: Kms; mount: string; volumes?: ByHandle; at: string },
): Promise<KeyPage> {
  const { kms, mount, volumes, at } = asked;
  const { limit, offset } = page;
  const facts = await Promise.all(
    names.slice(offset, offset + limit).map(name =>
      observe(at, async () => {
        const volume = volumes?.get(name);
        const claim =
          volume?.claim && `${volume.claim.namespace}/${volume.claim.name}`;
        const key = await kms.describeKey({ mount, name }, {});
        return { name, key, persistentVolume: volume?.meta.name, claim };
      }),
    ),
  );
  const items = facts.flatMap(it => valueOf(it) ?? []);
  return { keys: { total: names.length, offset, limit, items }, facts };
}

import { handleIn } from './cephHandle';
import {
  folderKey,
  splitKeyName,
  type KeyFolder,
  type KeyListing,
} from './KeyLook';
import type { KeyUse } from './KeyUse';

/** Uses by what their keys are found by, in one KMS. @public */
export interface UsesOfKms {
  /** By folder, then by the key's name in it. */
  byFolder: ReadonlyMap<
    string,
    { of: KeyFolder; byName: ReadonlyMap<string, readonly KeyUse[]> }
  >;
  /** Of all KMSs, by handle. */
  byHandle: ReadonlyMap<string, readonly KeyUse[]>;
  /** The clusters with keys in it. */
  clusters: ReadonlySet<string>;
}

/** The same while uses are put into it, one after the other. @public */
export class SortedUses implements UsesOfKms {
  readonly byFolder = new Map<
    string,
    { of: KeyFolder; byName: Map<string, KeyUse[]> }
  >();
  readonly byHandle = new Map<string, KeyUse[]>();
  readonly clusters = new Set<string>();

  /** @param kms - the portal's name of the KMS whose keys it is about */
  constructor(private readonly kms: string) {}

  /** Sorts in a use of any cluster and KMS. */
  add(use: KeyUse): void {
    addTo(this.byHandle, use.handle, use);
    const { place } = use;
    if (place?.kms !== this.kms) return;
    this.clusters.add(use.cluster);
    const { name, ...of } = splitKeyName(place.mount, place.name);
    const key = folderKey(of);
    const folder = this.byFolder.get(key) ?? { of, byName: new Map() };
    this.byFolder.set(key, folder);
    addTo(folder.byName, name, use);
  }
}

function addTo(known: Map<string, KeyUse[]>, key: string, use: KeyUse): void {
  const before = known.get(key);
  if (before) before.push(use);
  else known.set(key, [use]);
}

/**
 * A list of names as it is kept: with what was missing in it, and what nothing had,
 * by the uses that were known before it was asked for.
 *
 * @public
 */
export function matchListing(
  folder: KeyFolder,
  { names, at }: Pick<KeyListing, 'names' | 'at'>,
  { byFolder, byHandle }: UsesOfKms,
): KeyListing {
  const expected = byFolder.get(folderKey(folder))?.byName;
  const missing = [...(expected?.keys() ?? [])].filter(it => !names.has(it));
  const unmatched = [...names].filter(
    name => !expected?.has(name) && !byHandle.has(handleIn(name) ?? name),
  );
  return {
    at,
    names,
    missing: new Set(missing),
    unmatched: new Set(unmatched),
  };
}

/** Where keys lie together: a mount, or a folder in one. @public */
export interface KeyFolder {
  mount: string;
  /** Below the mount; empty for the mount itself. */
  folder: string;
}

/** What the KMS listed in a folder, held against the uses known at that moment. @public */
export interface KeyListing {
  /** When it was asked; ISO 8601. */
  at: string;
  names: ReadonlySet<string>;
  /** Of these names nothing was known to have a key. */
  unmatched: ReadonlySet<string>;
  /** Keys that something known then had to have, and that were not listed. */
  missing: ReadonlySet<string>;
}

/** The last look at a folder. @public */
export interface KeyLook extends KeyFolder {
  /** Of the last look that was answered. */
  listing?: KeyListing;
  /** Why the last one was not answered, or why there was none yet. */
  failure?: string;
}

/** What a key's metadata said of it where its name alone does not tell. @public */
export interface LostKey {
  presence: 'soft-deleted' | 'destroyed';
  /** ISO 8601. */
  at: string;
}

/** One text for a folder, to find it by. @public */
export function folderKey({ mount, folder }: KeyFolder): string {
  return folder ? `${mount}/${folder}` : mount;
}

/** The folder of a key and its name in it. @public */
export function splitKeyName(
  mount: string,
  name: string,
): KeyFolder & { name: string } {
  const end = name.lastIndexOf('/');
  return {
    mount,
    folder: name.slice(0, Math.max(end, 0)),
    name: name.slice(end + 1),
  };
}

import {
  isVolumeEncryptionError,
  type VolumeSnapshotContent,
} from 'backstage-plugin-volume-encryption-common';
import type { Cluster } from 'backstage-plugin-volume-encryption-node';
import { listIfInstalled } from '../cluster/listIfInstalled';

/** What a cluster said of its snapshots when it was last asked. */
export interface ListedContents {
  contents: readonly VolumeSnapshotContent[];
  /** When it was asked; ISO 8601. Absent where it never answered. */
  at?: string;
  /** Why it did not answer when it was last asked. */
  unread?: string;
}

const NEVER: ListedContents = { contents: [] };

/** Lists the snapshots of clusters, which are not followed. */
export class SnapshotContents {
  readonly #listed = new Map<string, ListedContents>();

  constructor(private readonly now: () => Date) {}

  /** Of a cluster, as last listed. */
  of(cluster: string): ListedContents {
    return this.#listed.get(cluster) ?? NEVER;
  }

  /** Lists those of a cluster. One that has no such kind has none of them. */
  async list(
    { name, reader }: Pick<Cluster, 'name' | 'reader'>,
    signal: AbortSignal,
  ): Promise<void> {
    const at = this.now().toISOString();
    try {
      const kind = 'VolumeSnapshotContent';
      const contents = await listIfInstalled(reader, kind, { signal });
      // Several may ask at about the same time.
      if ((this.of(name).at ?? '') > at) return;
      this.#listed.set(name, { contents: contents ?? [], at });
    } catch (error) {
      const unread = isVolumeEncryptionError(error)
        ? error.message
        : 'Its snapshots could not be listed.';
      this.#listed.set(name, { ...this.of(name), unread });
    }
  }
}

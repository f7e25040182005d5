import type { ClusterKeyUses } from 'backstage-plugin-volume-encryption-common';
import type { Systems } from '../systems';
import type { VolumeIndex } from '../volumeIndex';
import { clusterKeyUses } from './clusterKeyUses';
import { SnapshotContents } from './SnapshotContents';

/** What of all clusters has keys. */
export class ClusterUses {
  readonly #snapshots: SnapshotContents;

  constructor(
    private readonly parts: {
      index: VolumeIndex;
      systems: Systems;
      now: () => Date;
    },
  ) {
    this.#snapshots = new SnapshotContents(parts.now);
  }

  /** From the index, and from what was listed of snapshots. */
  async read(): Promise<ClusterKeyUses[]> {
    const { index, systems } = this.parts;
    const found: ClusterKeyUses[] = [];
    for (const it of index.snapshots()) {
      const snapshots = this.#snapshots.of(it.cluster);
      found.push(await clusterKeyUses(it, snapshots, systems));
    }
    return found;
  }

  /** Asks each cluster for its snapshots. */
  async listSnapshots(signal: AbortSignal): Promise<void> {
    const { index, systems } = this.parts;
    await Promise.all(
      index
        .snapshots()
        .map(it => this.#snapshots.list(systems.cluster(it.cluster), signal)),
    );
  }
}

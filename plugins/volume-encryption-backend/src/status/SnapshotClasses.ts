import type {
  Observed,
  VolumeSnapshotClass,
} from 'backstage-plugin-volume-encryption-common';
import { listIfInstalled } from '../cluster/listIfInstalled';
import type { Systems } from '../systems';
import { listedLately } from './listedLately';
import { Recent } from './Recent';

/**
 * Which drivers each cluster may ask for snapshots. Listed once for all who ask
 * about a volume of the cluster; without the kind there is no list, and what is
 * denied or late is unknown.
 */
export class SnapshotClasses {
  readonly #lists: Recent<VolumeSnapshotClass[] | undefined>;

  constructor(
    private readonly systems: Pick<Systems, 'cluster'>,
    now: () => Date,
  ) {
    this.#lists = new Recent(listedLately(now));
  }

  read(
    cluster: string,
    deadline: Promise<void>,
  ): Promise<Observed<VolumeSnapshotClass[] | undefined>> {
    const { reader } = this.systems.cluster(cluster);
    const load = () => listIfInstalled(reader, 'VolumeSnapshotClass', {});
    return this.#lists.read(cluster, load, deadline);
  }
}

import {
  driverProfileOf,
  unknown,
  type DiskPool,
  type Observed,
  type PersistentVolume,
} from 'backstage-plugin-volume-encryption-common';
import { listIfInstalled } from '../cluster/listIfInstalled';
import type { Systems } from '../systems';
import { listedLately } from './listedLately';
import { Recent } from './Recent';

const NOT_LOOKED_AT = unknown(
  'not-applicable',
  'The volume is not of OpenEBS Mayastor.',
);

/**
 * The pools of Mayastor. Listed once for all volumes of a cluster, and only where
 * there are volumes of it; what is denied or late is unknown.
 */
export class DiskPools {
  readonly #pools: Recent<DiskPool[]>;

  constructor(
    private readonly systems: Pick<Systems, 'cluster'>,
    now: () => Date,
  ) {
    this.#pools = new Recent(listedLately(now));
  }

  async read(question: {
    cluster: string;
    volume: PersistentVolume;
    deadline: Promise<void>;
  }): Promise<Observed<DiskPool[]>> {
    const { cluster, volume, deadline } = question;
    const driver = driverProfileOf(volume.csi?.driver ?? '')?.id;
    if (driver !== 'openebs-mayastor') return NOT_LOOKED_AT;
    const { reader } = this.systems.cluster(cluster);
    return this.#pools.read(
      cluster,
      async () => (await listIfInstalled(reader, 'DiskPool', {})) ?? [],
      deadline,
    );
  }
}

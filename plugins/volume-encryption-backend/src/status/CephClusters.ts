import {
  cephDriverOf,
  unknown,
  type CephFacts,
  type CephCluster,
  type Observed,
  type PersistentVolume,
  type StorageCluster,
} from 'backstage-plugin-volume-encryption-common';
import { listIfInstalled } from '../cluster/listIfInstalled';
import type { Systems } from '../systems';
import { listedLately } from './listedLately';
import { Recent } from './Recent';

const NOT_LOOKED_AT = unknown(
  'not-applicable',
  'The volume is not of a Ceph cluster.',
);

/** A place to look: the volume, its cluster, and how long an answer is waited for. */
interface CephQuestion {
  cluster: string;
  volume: PersistentVolume;
  deadline: Promise<void>;
}

/**
 * What Rook and OpenShift Data Foundation are asked to do with the devices of their
 * Ceph clusters. Listed once for all volumes of a cluster, and only where there
 * are volumes of Ceph CSI; what is denied or late is unknown.
 */
export class CephClusters {
  readonly #ceph: Recent<CephCluster[]>;
  readonly #storage: Recent<StorageCluster[]>;

  constructor(
    private readonly systems: Pick<Systems, 'cluster'>,
    now: () => Date,
  ) {
    const options = listedLately(now);
    this.#ceph = new Recent(options);
    this.#storage = new Recent(options);
  }

  /** Those of the namespace that the volume names as its Ceph cluster (`clusterID`). */
  async read(question: CephQuestion): Promise<CephFacts> {
    const { cluster, volume, deadline } = question;
    if (!cephDriverOf(volume.csi?.driver ?? '')) {
      return { cephCluster: NOT_LOOKED_AT, storageCluster: NOT_LOOKED_AT };
    }
    const { reader } = this.systems.cluster(cluster);
    const namespace = volume.csi?.attributes.clusterID;
    const [ceph, storage] = await Promise.all([
      this.#ceph.read(
        cluster,
        async () => (await listIfInstalled(reader, 'CephCluster', {})) ?? [],
        deadline,
      ),
      this.#storage.read(
        cluster,
        async () => (await listIfInstalled(reader, 'StorageCluster', {})) ?? [],
        deadline,
      ),
    ]);
    return {
      cephCluster: onlyOneIn(namespace, ceph),
      storageCluster: onlyOneIn(namespace, storage),
    };
  }
}

/** Rook runs one Ceph cluster in a namespace; of two nobody knows which is meant. */
function onlyOneIn<T extends CephCluster | StorageCluster>(
  namespace: string | undefined,
  fact: Observed<T[]>,
): Observed<T | undefined> {
  if (fact.status === 'unknown') return fact;
  const own = fact.value.filter(({ meta }) => meta.namespace === namespace);
  return own.length > 1
    ? unknown('failed', 'There is more than one in the namespace.')
    : { ...fact, value: own[0] };
}

import {
  VolumeEncryptionError,
  viewKeyRotation,
  type ConfigMap,
  type EncryptionKeyRotationCronJob,
  type EncryptionKeyRotationJob,
  type KeyRotation,
  type PersistentVolumeClaim,
} from 'backstage-plugin-volume-encryption-common';
import { listIfInstalled } from '../cluster/listIfInstalled';
import { clusterFacts } from '../status/clusterFacts';
import { keyFacts } from '../status/keyFacts';
import type { KmsFacts } from '../status/KmsFacts';
import { Recent } from '../status/Recent';
import { tenantObjects } from '../status/tenantObjects';
import { withDeadline } from '../status/withDeadline';
import type { Systems } from '../systems';
import {
  find,
  observedIn,
  type ClusterSnapshot,
  type VolumeIndex,
} from '../volumeIndex';
import { readSettings } from './readCsiAddons';

const TTL_MS = 15_000;

/** Clusters' namespaces: as many tenants as are looked at, and some more. */
const MAX_NAMESPACES = 5_000;

/** What is remembered of csi-addons for some seconds. */
interface Remembered {
  cronJobs: Recent<EncryptionKeyRotationCronJob[] | undefined>;
  jobs: Recent<EncryptionKeyRotationJob[] | undefined>;
  settings: Recent<ConfigMap | undefined>;
}

/**
 * When the keys of volumes are changed, and how that went. The claim, its volume
 * and what is annotated come from the index; csi-addons' own objects are asked
 * for by the namespace, and a slow cluster or KMS leaves its part unknown.
 */
export class KeyRotations {
  readonly #index: VolumeIndex;
  readonly #systems: Systems;
  readonly #kmsFacts: KmsFacts;
  readonly #remembered: Remembered;

  constructor(parts: {
    index: VolumeIndex;
    systems: Systems;
    kmsFacts: KmsFacts;
    now: () => Date;
  }) {
    const { now } = parts;
    const options = {
      ttlMs: TTL_MS,
      standsIn: false,
      limit: MAX_NAMESPACES,
      now,
    };
    this.#index = parts.index;
    this.#systems = parts.systems;
    this.#kmsFacts = parts.kmsFacts;
    this.#remembered = {
      cronJobs: new Recent(options),
      jobs: new Recent(options),
      settings: new Recent(options),
    };
  }

  /** Schedule and runs of one claim; throws `unknown-cluster`, `not-found`. */
  async ofClaim(ref: {
    cluster: string;
    namespace: string;
    claim: string;
  }): Promise<KeyRotation> {
    const snapshot = this.#index.snapshot(ref.cluster);
    const { PersistentVolumeClaim: claims } = snapshot.tables;
    const claim = find(claims, ref.claim, ref.namespace);
    if (!claim) {
      throw new VolumeEncryptionError(
        'not-found',
        `There is no claim "${ref.claim}" in namespace "${ref.namespace}" of cluster "${ref.cluster}".`,
        { field: 'claim' },
      );
    }
    return withDeadline(deadline => this.#view(claim, snapshot, deadline));
  }

  async #view(
    claim: PersistentVolumeClaim,
    snapshot: ClusterSnapshot,
    deadline: Promise<void>,
  ): Promise<KeyRotation> {
    const facts = clusterFacts(claim, snapshot);
    const { namespace } = claim.meta;
    const [rotation, { key }] = await Promise.all([
      this.#csiAddons({ cluster: snapshot.cluster, namespace }, deadline),
      keyFacts(facts, tenantObjects(facts, snapshot).configMap, {
        sources: { systems: this.#systems, kmsFacts: this.#kmsFacts },
        deadline,
      }),
    ]);
    return viewKeyRotation({
      ...facts,
      ...rotation,
      key,
      namespace: observedIn(snapshot, snapshot.tables.Namespace, table =>
        find(table, namespace),
      ),
    });
  }

  async #csiAddons(
    place: { cluster: string; namespace: string },
    deadline: Promise<void>,
  ) {
    const { namespace } = place;
    const cluster = this.#systems.cluster(place.cluster);
    const { reader } = cluster;
    const key = `${place.cluster}\n${namespace}`;
    const { cronJobs, jobs, settings } = this.#remembered;
    const [ofCronJobs, ofJobs, ofSettings] = await Promise.all([
      cronJobs.read(
        key,
        () =>
          listIfInstalled(reader, 'EncryptionKeyRotationCronJob', {
            namespace,
          }),
        deadline,
      ),
      jobs.read(
        key,
        () =>
          listIfInstalled(reader, 'EncryptionKeyRotationJob', { namespace }),
        deadline,
      ),
      settings.read(place.cluster, () => readSettings(cluster), deadline),
    ]);
    return { cronJobs: ofCronJobs, jobs: ofJobs, settings: ofSettings };
  }
}

import type { KmsSource } from 'backstage-plugin-volume-encryption-common';
import { connectionSourceOf } from '../status';
import type { VolumeIndex } from '../volumeIndex';

/** Where Ceph CSI reads its KMS connections from, as the index knows it. */
export class KmsSources {
  readonly #index: Pick<VolumeIndex, 'snapshot'>;

  constructor({ index }: { index: Pick<VolumeIndex, 'snapshot'> }) {
    this.#index = index;
  }

  /**
   * The source in force, at most a minute old; unknown, with the reason, where it
   * could not be found out. Throws `unknown-cluster` only.
   */
  async ofCluster(cluster: string): Promise<KmsSource> {
    const snapshot = this.#index.snapshot(cluster);
    const { style, configMap, evidence, reasons } =
      connectionSourceOf(snapshot);
    const namespace = snapshot.csiNamespace;
    return { cluster, namespace, style, configMap, evidence, reasons };
  }
}

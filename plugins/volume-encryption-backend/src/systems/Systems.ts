import { VolumeEncryptionError } from 'backstage-plugin-volume-encryption-common';
import type { Cluster, Kms } from 'backstage-plugin-volume-encryption-node';

/** The configured clusters and KMSs, by name. */
export class Systems {
  readonly #clusters: readonly Cluster[];
  readonly #kms: readonly Kms[];

  constructor(configured: {
    clusters: readonly Cluster[];
    kms: readonly Kms[];
  }) {
    this.#clusters = configured.clusters;
    this.#kms = configured.kms;
  }

  /** All but the one of this name. */
  otherClusters(name: string): readonly Cluster[] {
    return this.#clusters.filter(cluster => cluster.name !== name);
  }

  /** Throws `unknown-cluster`: there is no default. */
  cluster(name: string): Cluster {
    const found = this.#clusters.find(cluster => cluster.name === name);
    if (!found) {
      throw new VolumeEncryptionError(
        'unknown-cluster',
        `There is no cluster ${JSON.stringify(name)}. Configured: ${listed(this.#clusters)}.`,
        { field: 'cluster' },
      );
    }
    return found;
  }

  /** Throws `unknown-kms`: there is no default. */
  kms(name: string): Kms {
    const found = this.#kms.find(kms => kms.name === name);
    if (!found) {
      throw new VolumeEncryptionError(
        'unknown-kms',
        `There is no KMS ${JSON.stringify(name)}. Configured: ${listed(this.#kms)}.`,
      );
    }
    return found;
  }

  /**
   * The KMS that a KMS connection means by its address. Throws `unknown-kms`.
   * @param address - the connection's `vaultAddress`
   */
  kmsAt(address: string): Kms {
    const found = this.findKmsAt(address);
    if (!found) {
      throw new VolumeEncryptionError(
        'unknown-kms',
        `No configured KMS has the address ${JSON.stringify(address)}. Add it to "otherAddresses" of the KMS it is an address of. Configured: ${listed(this.#kms)}.`,
        { field: 'kmsId' },
      );
    }
    return found;
  }

  /** The same, or undefined where {@link kmsAt} throws. */
  findKmsAt(address: string): Kms | undefined {
    const wanted = comparable(address);
    return this.#kms.find(kms =>
      kms.addresses.some(known => comparable(known) === wanted),
    );
  }
}

function comparable(address: string): string {
  return address.trim().toLowerCase().replace(/\/+$/, '');
}

function listed(systems: readonly { name: string }[]): string {
  return systems.map(({ name }) => name).join(', ') || 'none';
}

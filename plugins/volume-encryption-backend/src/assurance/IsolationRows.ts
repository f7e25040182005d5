import {
  comparedSetup,
  derivedRow,
  tokenSetupMessage,
  unknownRow,
  type IsolationRow,
  type ReadSetup,
} from 'backstage-plugin-volume-encryption-common';
import type { Kms } from 'backstage-plugin-volume-encryption-node';
import type { FoundTenant } from '../inspection/findTenants';
import type { AssuranceParts } from './AssuranceParts';
import { allClusters } from './clustersOf';
import { readSetup } from './readSetup';
import { tokenRow } from './tokenRow';

const UNTOLD =
  'Which KMS keeps its keys cannot be told from the KMS connections of its cluster.';

interface RowsParts extends Pick<AssuranceParts, 'index' | 'systems'> {
  kms: Kms;
  /** Ids of all tenants. */
  tenants: readonly string[];
  /** Name of a key that a tenant has, by its id, where one is known. */
  keyNames: ReadonlyMap<string, string>;
  observedAt: string;
}

/** Makes rows; the set-up of a cluster is read once for all of them. */
export class IsolationRows {
  readonly #known = new Map<string, Promise<ReadSetup>>();
  readonly #its: RowsParts;
  readonly #clusters: readonly string[];

  constructor(its: RowsParts) {
    this.#its = its;
    this.#clusters = allClusters(its);
  }

  async row(tenant: FoundTenant): Promise<IsolationRow> {
    const { kms, tenants, keyNames } = this.#its;
    const { tenantId, custody, cluster, namespace } = tenant;
    const { mountPrefix } = kms;
    const question = {
      ...{ tenant: { tenantId, custody }, tenants },
      ...{ mountPrefix, keyNames },
    };
    if (tenant.kms === undefined) return unknownRow(question, UNTOLD);
    if (custody === 'vaulttokens') {
      const message = tokenSetupMessage(await this.#setupOf(cluster));
      const { tokens = [] } = tenant;
      return tokenRow(kms, question, { tokens, message });
    }
    const [own, ...others] = await this.#setups(cluster);
    return derivedRow(question, namespace, { own, others });
  }

  /** That of the cluster before those of all others. */
  #setups(cluster: string): Promise<ReadSetup[]> {
    const others = this.#clusters.filter(it => it !== cluster);
    return Promise.all([cluster, ...others].map(it => this.#setupOf(it)));
  }

  #setupOf(cluster: string): Promise<ReadSetup> {
    const known = this.#known.get(cluster) ?? this.#read(cluster);
    this.#known.set(cluster, known);
    return known;
  }

  async #read(cluster: string): Promise<ReadSetup> {
    const { kms, systems, observedAt } = this.#its;
    const place = {
      names: kms.custodyNames,
      cluster,
      clusters: this.#clusters,
    };
    const from = { kms, of: systems.cluster(cluster) };
    return comparedSetup(place, await readSetup(from, place, observedAt));
  }
}

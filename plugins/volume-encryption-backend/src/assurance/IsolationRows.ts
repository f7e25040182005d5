import {
  derivedRow,
  unknownRow,
  type FoundSetup,
  type IsolationRow,
} from 'backstage-plugin-volume-encryption-common';
import type { Kms } from 'backstage-plugin-volume-encryption-node';
import type { FoundTenant } from '../inspection/findTenants';
import type { AssuranceParts } from './AssuranceParts';
import { allClusters } from './clustersOf';
import { readSetup } from './readSetup';
import { tokenRow } from './tokenRow';

const UNTOLD =
  'Which KMS keeps its keys cannot be told from the KMS connections of its cluster.';

interface RowsParts extends Pick<AssuranceParts, 'index'> {
  kms: Kms;
  /** Ids of all tenants. */
  tenants: readonly string[];
  observedAt: string;
}

/** Makes rows; the set-up of a cluster is read once for all of them. */
export class IsolationRows {
  readonly #setups = new Map<string, Promise<FoundSetup>>();
  readonly #its: RowsParts;

  constructor(its: RowsParts) {
    this.#its = its;
  }

  async row(tenant: FoundTenant): Promise<IsolationRow> {
    const { kms, tenants } = this.#its;
    const { tenantId, custody, cluster, namespace } = tenant;
    const { mountPrefix } = kms;
    const question = { tenant: { tenantId, custody }, tenants, mountPrefix };
    if (tenant.kms === undefined) return unknownRow(question, UNTOLD);
    if (custody === 'vaulttokens') {
      return tokenRow(kms, question, tenant.credential);
    }
    const found = await this.#setupOf(cluster);
    const place = this.#place(cluster);
    return derivedRow(question, namespace, { place, found });
  }

  #setupOf(cluster: string): Promise<FoundSetup> {
    const { kms, observedAt } = this.#its;
    const known =
      this.#setups.get(cluster) ??
      readSetup(kms, this.#place(cluster), observedAt);
    this.#setups.set(cluster, known);
    return known;
  }

  #place(cluster: string) {
    const { kms, index } = this.#its;
    return {
      names: kms.custodyNames,
      cluster,
      clusters: allClusters({ index }),
    };
  }
}

import {
  derivedRow,
  isClean,
  unknownRow,
  type FoundSetup,
  type IsolationMatrix,
  type IsolationRow,
} from 'backstage-plugin-volume-encryption-common';
import type { Kms } from 'backstage-plugin-volume-encryption-node';
import { findTenants, type FoundTenant } from '../inspection/findTenants';
import type { AssuranceParts } from './AssuranceParts';
import { allClusters } from './clustersOf';
import { readSetup } from './readSetup';
import { tokenRow } from './tokenRow';

/**
 * What each tenant's credential may do on the keys of the others, a page of
 * rows. A tenant whose KMS cannot be told is among them, and never clean.
 */
export async function isolationMatrix(
  parts: AssuranceParts,
  { kms: name, limit, offset }: { kms: string; limit: number; offset: number },
): Promise<IsolationMatrix> {
  const kms = parts.systems.kms(name);
  const found = (await findTenants(parts)).filter(
    it => it.kms === name || it.kms === undefined,
  );
  const tenants = [...new Set(found.map(({ tenantId }) => tenantId))];
  const observedAt = parts.now().toISOString();
  const page = found.slice(offset, offset + limit);
  const matrix = new Matrix({ kms, tenants, observedAt, ...parts });
  const rows = await Promise.all(page.map(tenant => matrix.row(tenant)));
  return {
    kms: name,
    total: found.length,
    offset,
    limit,
    tenants,
    rows,
    clean: isClean(rows),
    observedAt,
  };
}

/** Makes rows; the set-up of a cluster is read once for all of them. */
class Matrix {
  readonly #setups = new Map<string, Promise<FoundSetup>>();
  readonly #its: MatrixParts;

  constructor(its: MatrixParts) {
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

interface MatrixParts extends Pick<AssuranceParts, 'index'> {
  kms: Kms;
  /** Ids of all tenants. */
  tenants: readonly string[];
  observedAt: string;
}

const UNTOLD =
  'Which KMS keeps its keys cannot be told from the KMS connections of its cluster.';

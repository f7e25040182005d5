import { setImmediate } from 'node:timers/promises';
import {
  unknownRow,
  valueOf,
  type IsolationRow,
  type Observed,
} from 'backstage-plugin-volume-encryption-common';
import type { Kms } from 'backstage-plugin-volume-encryption-node';
import { inBatches } from '../custody/inBatches';
import { findTenants, type FoundTenant } from '../inspection/findTenants';
import { tenantProblems } from '../inspection/tenantProblems';
import { observe } from '../status/observe';
import { wordsOf } from '../vault/VaultRefusal';
import type { VolumeIndex } from '../volumeIndex';
import type { AssuranceParts } from './AssuranceParts';
import { IsolationRows } from './IsolationRows';
import { keyNamesOf } from './keyNamesOf';

/** Rows that are asked for at the same time. */
const AT_ONCE = 8;

const NOT_YET = 'It has not been looked at yet. Look again in a moment.';

/**
 * One look at the credentials of all tenants of a KMS. A tenant whose KMS cannot
 * be told is among them, and never clean. They are held against each other, and
 * against those that were offboarded and whose keys were kept.
 */
export class IsolationRun {
  /** Resolves when all rows are there; never rejects. */
  readonly done: Promise<void>;
  readonly #rows: IsolationRow[];
  #asked = 0;

  /** Finds out whom to look at, and begins. */
  static async begin(parts: AssuranceParts, kms: Kms): Promise<IsolationRun> {
    const observedAt = parts.now().toISOString();
    const found = (await findTenants(parts)).filter(
      it => it.kms === kms.name || it.kms === undefined,
    );
    const mounts = await observe(observedAt, () => kms.listMounts({}));
    const ids = found.map(({ tenantId }) => tenantId);
    const tenants = [...new Set([...ids, ...(valueOf(mounts) ?? [])])];
    const { index, systems } = parts;
    const keyNames = keyNamesOf(found, index);
    const rows = new IsolationRows({
      ...{ kms, tenants, observedAt, index, systems, keyNames },
    });
    const message = whyTenantsMayLack(index, mounts);
    return new IsolationRun({ observedAt, tenants, message }, found, rows);
  }

  private constructor(
    /** What is known from the beginning. */
    readonly its: Readonly<{
      observedAt: string;
      /** Ids, the columns. */
      tenants: readonly string[];
      /** Why tenants may lack. */
      message?: string;
    }>,
    found: readonly FoundTenant[],
    rows: IsolationRows,
  ) {
    this.#rows = found.map(it => unknownRow({ tenant: inShort(it) }, NOT_YET));
    this.done = this.#askAll(found, rows);
  }

  /** As far as it has come; a row that is not there yet is unknown. */
  get rows(): readonly IsolationRow[] {
    return this.#rows;
  }

  /** How many were looked at. */
  get asked(): number {
    return this.#asked;
  }

  async #askAll(
    found: readonly FoundTenant[],
    rows: IsolationRows,
  ): Promise<void> {
    await inBatches([...found.entries()], { size: AT_ONCE }, async entry => {
      const [at, tenant] = entry;
      // A row that is derived asks nobody, and would let no request in between.
      await setImmediate();
      this.#rows[at] = await rows
        .row(tenant)
        .catch(error =>
          unknownRow({ tenant: inShort(tenant) }, wordsOf(error)),
        );
      this.#asked += 1;
    });
  }
}

/** What a row shows of a tenant, which is not all that is known of it. */
function inShort({ tenantId, custody }: FoundTenant) {
  return { tenantId, custody };
}

/** Of a cluster that is silent, or whose connections are not known, some may lack. */
function whyTenantsMayLack(
  index: VolumeIndex,
  mounts: Observed<readonly string[]>,
): string | undefined {
  const problems = index.snapshots().flatMap(tenantProblems);
  const reasons = [
    ...problems.map(({ name, message }) => `${name}: ${message}`),
    ...(mounts.status === 'unknown'
      ? [`Those that were offboarded are not known: ${mounts.detail}`]
      : []),
  ];
  if (reasons.length === 0) return undefined;
  return `Tenants may be missing here, or be of another KMS. ${[...new Set(reasons)].join(' ')}`;
}

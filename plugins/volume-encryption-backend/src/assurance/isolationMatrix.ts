import {
  isClean,
  type IsolationMatrix,
} from 'backstage-plugin-volume-encryption-common';
import { findTenants } from '../inspection/findTenants';
import type { AssuranceParts } from './AssuranceParts';
import { IsolationRows } from './IsolationRows';

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
  const made = new IsolationRows({ kms, tenants, observedAt, ...parts });
  const rows = await Promise.all(page.map(tenant => made.row(tenant)));
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

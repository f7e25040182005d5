import {
  isClean,
  type IsolationMatrix,
} from 'backstage-plugin-volume-encryption-common';
import { findTenants } from '../inspection/findTenants';
import { tenantProblems } from '../inspection/tenantProblems';
import type { VolumeIndex } from '../volumeIndex';
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
  const made = new IsolationRows({
    kms,
    tenants,
    observedAt,
    index: parts.index,
    systems: parts.systems,
  });
  const rows = await Promise.all(page.map(tenant => made.row(tenant)));
  const message = whyTenantsMayLack(parts.index);
  return {
    kms: name,
    total: found.length,
    offset,
    limit,
    tenants,
    rows,
    clean: message === undefined && isClean(rows),
    message,
    observedAt,
  };
}

/** Of a cluster that is silent, or whose connections are not known, some may lack. */
function whyTenantsMayLack(index: VolumeIndex): string | undefined {
  const problems = index.snapshots().flatMap(tenantProblems);
  if (problems.length === 0) return undefined;
  const reasons = problems.map(({ name, message }) => `${name}: ${message}`);
  return `Tenants may be missing here, or be of another KMS. ${[...new Set(reasons)].join(' ')}`;
}

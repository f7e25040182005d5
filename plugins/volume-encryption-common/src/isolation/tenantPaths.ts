import { tenantMountPath } from '../tenant/tenant';

/** Where a tenant keeps its keys: what another must not reach. @public */
export function tenantPaths(prefix: string, tenantId: string): string[] {
  const mount = tenantMountPath(prefix, tenantId);
  return [
    `${mount}/data/probe`,
    `${mount}/metadata/probe`,
    `${mount}/metadata/`,
  ];
}

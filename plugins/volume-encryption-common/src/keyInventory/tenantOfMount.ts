/** A tenant by the path of its mount. */
export interface MountTenant {
  /** `<cluster>.<namespace>` */
  id: string;
  cluster: string;
  namespace: string;
}

/**
 * The tenant whose mount it is, as `tenantMountPath` puts it together; undefined
 * for a mount that is not named after one.
 */
export function tenantOfMount(
  prefix: string,
  mount: string,
): MountTenant | undefined {
  const start = `${prefix.replace(/^\/+|\/+$/g, '')}/`;
  if (!mount.startsWith(start)) return undefined;
  const id = mount.slice(start.length);
  const [, cluster, namespace] = /^([^./]+)\.([^./]+)$/.exec(id) ?? [];
  return cluster && namespace ? { id, cluster, namespace } : undefined;
}

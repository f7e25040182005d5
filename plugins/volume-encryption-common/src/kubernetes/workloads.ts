import type { ObjectMeta } from './objects';

/**
 * A Deployment or DaemonSet, as far as it tells what its pods mount and what
 * their environment names.
 *
 * @public
 */
export interface WorkloadOfKind<K extends string> {
  kind: K;
  meta: ObjectMeta;
  /** ConfigMaps that its pod template mounts, and where. */
  mountedConfigMaps: { name: string; mountPath: string; optional: boolean }[];
  /** Literal environment variables of its containers, such as `KMS_CONFIGMAP_NAME`. */
  environment: Record<string, string>;
  /** Images of its containers. */
  images: string[];
}

import {
  isCephCsi,
  type CephCsiWorkload,
} from 'backstage-plugin-volume-encryption-common';
import type { Cluster } from 'backstage-plugin-volume-encryption-node';

/**
 * The Deployments and DaemonSets of Ceph CSI, in the namespace that the
 * configuration names. Throws what the cluster's reader throws.
 */
export async function listCephCsiWorkloads(
  { reader, csiNamespace: namespace }: Cluster,
  signal: AbortSignal | undefined,
): Promise<CephCsiWorkload[]> {
  const [deployments, daemonSets] = await Promise.all([
    reader.list('Deployment', { namespace, signal }),
    reader.list('DaemonSet', { namespace, signal }),
  ]);
  return [...deployments, ...daemonSets].filter(isCephCsi);
}

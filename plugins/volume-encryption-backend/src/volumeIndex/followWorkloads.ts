import {
  isVolumeEncryptionError,
  observed,
  unknown,
  type CephCsiWorkload,
  type Observed,
} from 'backstage-plugin-volume-encryption-common';
import type { Cluster } from 'backstage-plugin-volume-encryption-node';
import { listCephCsiWorkloads } from '../cluster/listCephCsiWorkloads';
import { pause } from '../network/pause';

/** What Ceph CSI mounts changes with a release of it; a minute is soon enough. */
const AGAIN_MS = 60_000;

/**
 * Tells what runs Ceph CSI, now and every minute until the signal aborts. It is
 * not watched: that would bring in every Deployment of the cluster. Never throws;
 * a failure is told as a fact.
 */
export async function* followWorkloads(
  cluster: Cluster,
  { now, signal }: { now: () => Date; signal: AbortSignal },
): AsyncIterable<Observed<readonly CephCsiWorkload[]>> {
  while (!signal.aborted) {
    yield await workloadsOf(cluster, { now, signal });
    await pause(AGAIN_MS, signal);
  }
}

async function workloadsOf(
  cluster: Cluster,
  { now, signal }: { now: () => Date; signal: AbortSignal },
): Promise<Observed<readonly CephCsiWorkload[]>> {
  try {
    const workloads = await listCephCsiWorkloads(cluster, signal);
    return observed(workloads, now().toISOString());
  } catch (error) {
    if (!isVolumeEncryptionError(error)) {
      return unknown('failed', 'It could not be read.');
    }
    const why = error.code === 'cluster-denied' ? 'denied' : 'unreachable';
    return unknown(why, error.message);
  }
}

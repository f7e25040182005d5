import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  isVolumeEncryptionError,
  observed,
  unknown,
  type CephCsiWorkload,
  type Observed,
} from 'backstage-plugin-volume-encryption-common';
import type { Cluster } from 'backstage-plugin-volume-encryption-node';
import { listCephCsiWorkloads } from '../cluster/listCephCsiWorkloads';
import { originOf } from '../network/originOf';
import { pause } from '../network/pause';

/** What Ceph CSI mounts changes with a release of it; a minute is soon enough. */
const AGAIN_MS = 60_000;
/** Nothing is judged by KMS connections before it is known. */
const SOON_MS = 5_000;

interface Parts {
  now: () => Date;
  logger: LoggerService;
  signal: AbortSignal;
}

/**
 * Tells what runs Ceph CSI, now and every minute until the signal aborts, and soon
 * again where it is not known for another reason than a right that lacks. It is
 * not watched: that would bring in every Deployment of the cluster. Never throws;
 * a failure is told as a fact.
 */
export async function* followWorkloads(
  cluster: Cluster,
  parts: Parts,
): AsyncIterable<Observed<readonly CephCsiWorkload[]>> {
  while (!parts.signal.aborted) {
    const told = await workloadsOf(cluster, parts);
    yield told;
    await pause(isSettled(told) ? AGAIN_MS : SOON_MS, parts.signal);
  }
}

/** A right that lacks is not given within seconds. */
function isSettled(told: Observed<unknown>): boolean {
  return told.status === 'observed' || told.why === 'denied';
}

async function workloadsOf(
  cluster: Cluster,
  { now, logger, signal }: Parts,
): Promise<Observed<readonly CephCsiWorkload[]>> {
  try {
    const workloads = await listCephCsiWorkloads(cluster, signal);
    return observed(workloads, now().toISOString());
  } catch (error) {
    if (!isVolumeEncryptionError(error)) {
      if (!signal.aborted) logger.warn(originOf(error));
      return unknown('failed', 'It could not be read.');
    }
    const why = error.code === 'cluster-denied' ? 'denied' : 'unreachable';
    return unknown(why, error.message);
  }
}

import type { ClusterWide } from '../contract/api';
import type { DiskPool } from '../kubernetes/diskPools';
import type { Observed } from '../observation/observed';

/**
 * What the control plane of Mayastor says of its pools. A volume does not tell on
 * which of them its replicas lie, and they may move: so only all of them settle it.
 */
export function belowMayastor(pools: Observed<DiskPool[]>): {
  answer: ClusterWide['answer'];
  why: string;
} {
  if (pools.status === 'unknown') {
    const remedy =
      pools.why === 'denied'
        ? ' The portal must be allowed to read diskpools.openebs.io.'
        : '';
    return unknown(
      `Whether its pools are could not be read: ${pools.detail}${remedy}`,
    );
  }
  if (pools.value.length === 0) {
    return unknown(
      'The cluster has no DiskPool that tells of encryption (openebs.io/v1beta3).',
    );
  }
  const silent = pools.value.filter(it => it.encrypted === undefined);
  if (silent.length > 0) {
    return unknown(
      `Whether it is encrypted is not told by the DiskPools ${named(silent)} (status.encrypted), as while a pool is not reached.`,
    );
  }
  const plain = pools.value.filter(it => !it.encrypted);
  if (plain.length === 0) {
    return {
      answer: 'asked',
      why: 'Every DiskPool of the cluster says that it is encrypted (status.encrypted), so whichever hold the replicas are. Their keys are in Secrets of this Kubernetes cluster.',
    };
  }
  if (plain.length === pools.value.length) {
    return {
      answer: 'not-asked',
      why: 'No DiskPool of the cluster is encrypted (status.encrypted).',
    };
  }
  return {
    answer: 'partly',
    why: `Not encrypted are the DiskPools ${named(plain)}; on which the replicas lie is not known here. kubectl mayastor get volume-replica-topologies says it.`,
  };
}

function named(pools: DiskPool[]): string {
  return pools.map(({ meta }) => `"${meta.name}"`).join(', ');
}

function unknown(why: string) {
  return { answer: 'unknown' as const, why };
}

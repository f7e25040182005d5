import {
  cephDriverOf,
  unknown,
  type PreflightFacts,
  type StorageClass,
} from 'backstage-plugin-volume-encryption-common';
import { readConnectionSources } from '../operations/currentState/readConnections';
import { observe } from '../status';
import type { Look } from './Look';

/**
 * The ConfigMap of KMS connections that the class's driver reads. Unknown where
 * the portal may not look which one that is, and where controllers and node
 * plugins read different ones.
 */
export async function readConnections(
  { cluster, now, signal }: Look,
  { provisioner }: StorageClass,
): Promise<PreflightFacts['connections']> {
  if (!cephDriverOf(provisioner)) {
    return unknown('not-applicable', 'Only Ceph CSI has KMS connections.');
  }
  const found = await observe(now, () =>
    readConnectionSources(cluster, { now, signal }),
  );
  if (found.status === 'unknown') return found;
  const { source, configMap } = found.value.sourceOf(provisioner);
  const difference = source.reasons.find(it => it.code === 'source-differs');
  if (difference) return unknown('failed', difference.message);
  if (source.basis === 'unread') return unknown('denied', source.evidence);
  return { ...found, value: configMap };
}

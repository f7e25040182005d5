import type {
  ClusterEvent,
  Namespace,
  ObjectMeta,
  PersistentVolume,
  PersistentVolumeClaim,
  Pod,
} from 'backstage-plugin-volume-encryption-common';

/** Metadata for `namespace/name`, or `name` of a cluster-scoped object. */
export function metaOf(
  ref: string,
  rest: Partial<ObjectMeta> = {},
): ObjectMeta {
  const [namespace, name] = ref.includes('/') ? ref.split('/') : ['', ref];
  return {
    name,
    namespace,
    uid: `uid-of-${ref}`,
    resourceVersion: '1',
    createdAt: '2026-01-01T00:00:00Z',
    labels: {},
    annotations: {},
    owners: [],
    ...rest,
  };
}

export function claimOf(
  ref: string,
  meta: Partial<ObjectMeta> = {},
): PersistentVolumeClaim {
  return {
    kind: 'PersistentVolumeClaim',
    meta: metaOf(ref, meta),
    storageClassName: 'ceph-rbd-encrypted',
    accessModes: ['ReadWriteOnce'],
    volumeMode: 'Filesystem',
    requested: '1Gi',
    phase: 'Pending',
  };
}

export function volumeOf(name: string, claim?: string): PersistentVolume {
  const [namespace, claimName] = claim?.split('/') ?? [];
  return {
    kind: 'PersistentVolume',
    meta: metaOf(name),
    reclaimPolicy: 'Delete',
    phase: 'Bound',
    claim: claim ? { namespace, name: claimName } : undefined,
  };
}

export function podOf(ref: string, claimNames: string[]): Pod {
  return {
    kind: 'Pod',
    meta: metaOf(ref),
    claimNames,
    phase: 'Running',
    containersStarted: true,
  };
}

export function eventOf(
  ref: string,
  about: { kind: string; namespace: string; name: string },
): ClusterEvent {
  return {
    kind: 'Event',
    meta: metaOf(ref),
    about,
    type: 'Warning',
    reason: 'ProvisioningFailed',
    message: 'no',
    count: 1,
    firstSeen: '2026-01-01T00:00:00Z',
    lastSeen: '2026-01-01T00:00:00Z',
  };
}

export function namespaceOf(
  name: string,
  annotations: Record<string, string> = {},
): Namespace {
  return { kind: 'Namespace', meta: metaOf(name, { annotations }) };
}

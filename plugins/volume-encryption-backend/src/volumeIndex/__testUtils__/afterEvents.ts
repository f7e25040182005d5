import {
  ANNOTATION_OWNER,
  LABEL_KUBERNETES_ID,
  type ObjectMeta,
} from 'backstage-plugin-volume-encryption-common';
import type { WatchEvent } from 'backstage-plugin-volume-encryption-node';
import {
  claimOf,
  eventOf,
  metaOf,
  namespaceOf,
  podOf,
  volumeOf,
} from '../../__testUtils__/objects';
import {
  emptySnapshot,
  watchedKinds,
  type ClusterSnapshot,
  type WatchedKind,
} from '../ClusterSnapshot';
import { reduceSnapshot } from '../reduceSnapshot';

const empty = emptySnapshot({ name: 'prod', csiNamespace: 'rook-ceph' });
const namespaces = ['payments', 'orders'];
const claims = ['data-db-0', 'data-db-1', 'data-db-2', 'logs'];
const pods = ['db-0', 'db-1', 'web'];
const volumes = ['pv-1', 'pv-2', 'pv-3'];
const ids = ['ledger', 'shop', undefined];
const controllers = ['StatefulSet', 'ReplicaSet'].map(kind => ({
  kind,
  name: 'db',
  uid: `uid-of-${kind}`,
}));
const classes = ['fast', 'slow', undefined];
const owners = ['group:default/a', 'group:default/b', undefined];

type Chance = (below: number) => number;

/** Numbers that look like chance and are the same in each run (Park and Miller). */
function chance(seed: number): Chance {
  let state = seed;
  return below => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

/** One object of each kind that has indexes, of few names and keys. */
function anyObjects(next: Chance, version: number) {
  const one = <T>(some: readonly T[]) => some[next(some.length)];
  const id = one(ids);
  const meta: Pick<ObjectMeta, 'labels' | 'resourceVersion'> = {
    labels: id ? { [LABEL_KUBERNETES_ID]: id } : {},
    resourceVersion: String(version),
  };
  const namespace = one(namespaces);
  const owner = one(owners);
  const owned = { ...meta, owners: [one(controllers)] };
  const subject = one([
    { kind: 'PersistentVolumeClaim', namespace, name: one(claims) },
    { kind: 'PersistentVolume', namespace: '', name: one(volumes) },
    { kind: 'Pod', namespace, name: one(pods) },
  ]);
  return {
    claim: {
      ...claimOf(`${namespace}/${one(claims)}`, meta),
      storageClassName: one(classes),
    },
    volume: { ...volumeOf(one(volumes)), storageClassName: one(classes) },
    pod: {
      ...podOf('', [one(claims), one(claims)]),
      meta: metaOf(`${namespace}/${one(pods)}`, owned),
    },
    event: eventOf(`${namespace}/${one(['e-1', 'e-2', 'e-3'])}`, subject),
    namespace: namespaceOf(
      namespace,
      owner ? { [ANNOTATION_OWNER]: owner } : {},
    ),
  };
}

/** A snapshot after many events that look like chance. */
export function afterEvents(seed: number): ClusterSnapshot {
  const next = chance(seed);
  let snapshot = empty;
  const tell = <K extends WatchedKind>(kind: K, event: WatchEvent<K>) => {
    const told = { kind, event, at: '2026-01-01T00:00:00Z' };
    snapshot = reduceSnapshot(snapshot, told).snapshot;
  };
  for (const kind of watchedKinds)
    tell(kind, { type: 'replaced', objects: [] });
  for (let version = 0; version < 200; version++) {
    const { claim, volume, pod, event, namespace } = anyObjects(next, version);
    const type = next(3) === 0 ? 'deleted' : 'changed';
    tell('PersistentVolumeClaim', { type, object: claim });
    tell('PersistentVolume', { type, object: volume });
    tell('Pod', { type, object: pod });
    tell('Event', { type, object: event });
    tell('Namespace', { type, object: namespace });
  }
  return snapshot;
}

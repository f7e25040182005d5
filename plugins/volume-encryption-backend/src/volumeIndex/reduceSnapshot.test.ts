import {
  VolumeEncryptionError,
  type ConfigMap,
} from 'backstage-plugin-volume-encryption-common';
import type { WatchEvent } from 'backstage-plugin-volume-encryption-node';
import {
  claimOf,
  eventOf,
  metaOf,
  podOf,
  volumeOf,
} from '../__testUtils__/objects';
import {
  emptySnapshot,
  type ClusterSnapshot,
  type WatchedKind,
} from './ClusterSnapshot';
import { observedIn } from './observedIn';
import { reduceSnapshot } from './reduceSnapshot';
import { all, inOrder } from './Table';

const empty = emptySnapshot({ name: 'prod', csiNamespace: 'rook-ceph' });
const unreachable = new VolumeEncryptionError(
  'cluster-unreachable',
  'Cluster "prod" did not answer.',
);
const denied = new VolumeEncryptionError('cluster-denied', 'Allow it in RBAC.');

let clock = 0;
const minute = (n: number) => `2026-01-01T00:0${n}:00Z`;
beforeEach(() => {
  clock = 0;
});

/** Each event a minute after the one before it. */
function reduce<K extends WatchedKind>(
  before: ClusterSnapshot,
  kind: K,
  event: WatchEvent<K>,
) {
  clock += 1;
  return reduceSnapshot(before, { kind, event, at: minute(clock) });
}

function after<K extends WatchedKind>(
  before: ClusterSnapshot,
  kind: K,
  event: WatchEvent<K>,
) {
  return reduce(before, kind, event).snapshot;
}

const volumesOf = (snapshot: ClusterSnapshot) =>
  observedIn(snapshot, snapshot.tables.PersistentVolume, table =>
    inOrder(all(table)).map(({ meta }) => meta.name),
  );

describe('what is known of a kind', () => {
  const synced = () =>
    after(empty, 'PersistentVolume', {
      type: 'replaced',
      objects: [volumeOf('pv-1')],
    });

  it('is nothing before the first list, whatever else is told', () => {
    for (const event of [
      { type: 'alive' } as const,
      { type: 'changed', object: volumeOf('pv-1') } as const,
    ]) {
      const snapshot = after(empty, 'PersistentVolume', event);
      expect(volumesOf(snapshot)).toMatchObject({ why: 'not-synced' });
    }
  });

  it('is the list, and what was changed and deleted since', () => {
    const list = after(empty, 'PersistentVolume', {
      type: 'replaced',
      objects: [volumeOf('pv-1'), volumeOf('pv-2')],
    });
    const more = after(list, 'PersistentVolume', {
      type: 'changed',
      object: volumeOf('pv-3'),
    });
    const less = after(more, 'PersistentVolume', {
      type: 'deleted',
      object: volumeOf('pv-1'),
    });
    expect(volumesOf(less)).toEqual({
      status: 'observed',
      value: ['pv-2', 'pv-3'],
      at: minute(3),
    });
    expect(volumesOf(list)).toMatchObject({ value: ['pv-1', 'pv-2'] });
  });

  it('is confirmed by a watch that is alive', () => {
    const snapshot = after(synced(), 'PersistentVolume', { type: 'alive' });
    expect(volumesOf(snapshot)).toMatchObject({ at: minute(2) });
  });

  it('stays with its age when the cluster is lost', () => {
    let snapshot = synced();
    for (const error of [unreachable, unreachable]) {
      snapshot = after(snapshot, 'PersistentVolume', { type: 'failed', error });
    }
    expect(volumesOf(snapshot)).toMatchObject({
      value: ['pv-1'],
      at: minute(1),
    });
    expect(snapshot.tables.PersistentVolume).toMatchObject({
      state: 'stale',
      message: unreachable.message,
      failingSince: minute(2),
    });
    const back = after(snapshot, 'PersistentVolume', { type: 'alive' });
    expect(back.tables.PersistentVolume).toMatchObject({ state: 'synced' });
    expect(back.tables.PersistentVolume.message).toBeUndefined();
  });

  it('is forgotten when the cluster denies it', () => {
    const snapshot = after(synced(), 'PersistentVolume', {
      type: 'failed',
      error: denied,
    });
    expect(volumesOf(snapshot)).toEqual({
      status: 'unknown',
      why: 'denied',
      detail: 'Allow it in RBAC.',
    });
    const alive = after(snapshot, 'PersistentVolume', { type: 'alive' });
    expect(volumesOf(alive)).toMatchObject({ why: 'denied' });
  });

  it('is nothing of a cluster that never answered', () => {
    const snapshot = after(empty, 'PersistentVolume', {
      type: 'failed',
      error: unreachable,
    });
    expect(volumesOf(snapshot)).toMatchObject({
      why: 'unreachable',
      detail: unreachable.message,
    });
  });

  it("does not tell another's error text", () => {
    const error = new Error('connect ECONNREFUSED with token abc');
    const snapshot = after(empty, 'Pod', { type: 'failed', error });
    expect(snapshot.tables.Pod.message).toBe('The watch failed unexpectedly.');
  });
});

describe('what is kept', () => {
  function configMap(ref: string, data: Record<string, string>): ConfigMap {
    return { kind: 'ConfigMap', meta: metaOf(ref), data };
  }

  it("leaves other applications' objects out", () => {
    const maps = after(empty, 'ConfigMap', {
      type: 'replaced',
      objects: [
        configMap('rook-ceph/csi-kms-connection-details', { a: '{}' }),
        configMap('rook-ceph/vaults', { a: '{"KMS_PROVIDER":"vault"}' }),
        configMap('rook-ceph/ceph-csi-config', { 'config.json': '[]' }),
        configMap('payments/ceph-csi-kms-config', { vaultBackendPath: 'x' }),
        configMap('payments/application', { password: 'x' }),
      ],
    });
    expect(all(maps.tables.ConfigMap).map(({ meta }) => meta.name)).toEqual([
      'csi-kms-connection-details',
      'vaults',
      'ceph-csi-kms-config',
    ]);
    const pods = after(empty, 'Pod', {
      type: 'replaced',
      objects: [podOf('payments/web', []), podOf('payments/db', ['data'])],
    });
    expect(all(pods.tables.Pod).map(({ meta }) => meta.name)).toEqual(['db']);
    const about = { kind: 'Deployment', namespace: 'payments', name: 'api' };
    const { snapshot } = reduce(maps, 'Event', {
      type: 'changed',
      object: eventOf('payments/e1', about),
    });
    expect(all(snapshot.tables.Event)).toEqual([]);
  });

  it('lets go what is of use no more', () => {
    const ref = 'payments/ceph-csi-kms-config';
    const before = after(empty, 'ConfigMap', {
      type: 'replaced',
      objects: [configMap(ref, { vaultBackendPath: 'x' })],
    });
    const { snapshot } = reduce(before, 'ConfigMap', {
      type: 'changed',
      object: configMap(ref, {}),
    });
    expect(all(snapshot.tables.ConfigMap)).toEqual([]);
  });
});

describe('the claims that a change touches', () => {
  const claims = ['payments/data', 'payments/logs', 'orders/data'];
  const known = () => {
    let snapshot = after(empty, 'PersistentVolumeClaim', {
      type: 'replaced',
      objects: claims.map(ref => claimOf(ref)),
    });
    snapshot = after(snapshot, 'Pod', {
      type: 'replaced',
      objects: [podOf('payments/api', ['data'])],
    });
    snapshot = after(snapshot, 'PersistentVolume', {
      type: 'replaced',
      objects: [volumeOf('pv-1', 'orders/data')],
    });
    for (const kind of ['Event', 'Namespace', 'ServiceAccount'] as const) {
      snapshot = after(snapshot, kind, { type: 'replaced', objects: [] });
    }
    return snapshot;
  };
  const touchedBy = <K extends WatchedKind>(kind: K, event: WatchEvent<K>) => {
    const { touched } = reduce(known(), kind, event);
    return touched === 'all' ? 'all' : [...touched];
  };

  it('are all when a kind becomes known or unknown', () => {
    expect(touchedBy('ConfigMap', { type: 'replaced', objects: [] })).toBe(
      'all',
    );
    expect(touchedBy('Pod', { type: 'failed', error: unreachable })).toBe(
      'all',
    );
  });

  it('are none when nothing changed', () => {
    const objects = claims.map(ref => claimOf(ref));
    const again = { type: 'replaced', objects } as const;
    expect(touchedBy('PersistentVolumeClaim', again)).toEqual([]);
    expect(touchedBy('PersistentVolumeClaim', { type: 'alive' })).toEqual([]);
  });

  it('are those that a new list has otherwise', () => {
    const objects = [
      claimOf('payments/data'),
      claimOf('payments/logs', { resourceVersion: '2' }),
      claimOf('payments/new'),
    ];
    expect(
      touchedBy('PersistentVolumeClaim', { type: 'replaced', objects }),
    ).toEqual(['payments/logs', 'payments/new', 'orders/data']);
  });

  it('are those a Pod mounted before or mounts now', () => {
    const object = podOf('payments/api', ['logs']);
    expect(touchedBy('Pod', { type: 'changed', object })).toEqual([
      'payments/data',
      'payments/logs',
    ]);
  });

  it("are a volume's own", () => {
    const object = volumeOf('pv-1', 'orders/data');
    expect(touchedBy('PersistentVolume', { type: 'deleted', object })).toEqual([
      'orders/data',
    ]);
  });

  it.each([
    [{ kind: 'PersistentVolumeClaim', namespace: 'a', name: 'b' }, ['a/b']],
    [{ kind: 'Pod', namespace: 'payments', name: 'api' }, ['payments/data']],
    [
      { kind: 'PersistentVolume', namespace: '', name: 'pv-1' },
      ['orders/data'],
    ],
    [{ kind: 'Pod', namespace: 'payments', name: 'gone' }, []],
  ])('are those of an event about %j', (about, expected) => {
    const object = eventOf('default/e', about);
    expect(touchedBy('Event', { type: 'changed', object })).toEqual(expected);
  });

  it('are those of a namespace whose consent changed', () => {
    const object = { kind: 'Namespace', meta: metaOf('payments') } as const;
    expect(touchedBy('Namespace', { type: 'changed', object })).toEqual([
      'payments/data',
      'payments/logs',
    ]);
  });

  it('are those of the namespace of a tenant ServiceAccount', () => {
    const meta = metaOf('orders/ceph-csi-vault-sa');
    const object = { kind: 'ServiceAccount', meta } as const;
    expect(touchedBy('ServiceAccount', { type: 'changed', object })).toEqual([
      'orders/data',
    ]);
  });
});

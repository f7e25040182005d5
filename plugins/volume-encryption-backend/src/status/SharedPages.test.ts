import { mockServices } from '@backstage/backend-test-utils';
import {
  ANNOTATION_OWNER,
  LABEL_KUBERNETES_ID,
  type EntityVolumes,
} from 'backstage-plugin-volume-encryption-common';
import type {
  Cluster,
  WatchEvent,
} from 'backstage-plugin-volume-encryption-node';
import { claimOf, namespaceOf } from '../__testUtils__/objects';
import { componentOf } from '../__testUtils__/startPortal';
import { ChangeSignals } from '../signals';
import { VolumeIndex, type WatchedKind } from '../volumeIndex';
import { SharedPages } from './SharedPages';

const ledger = componentOf('ledger', 'payments');
const first = { limit: 50, offset: 0 };
const labels = { [LABEL_KUBERNETES_ID]: 'ledger' };
const serving = (owner: string) =>
  namespaceOf('payments', { [ANNOTATION_OWNER]: `group:default/${owner}` });

type Told = { kind: WatchedKind; event: WatchEvent<WatchedKind> };

/** A cluster that tells what it is told to. */
function toldCluster() {
  const listeners = new Set<(told: Told) => void>();
  const reader: Cluster['reader'] = {
    list: jest.fn(),
    get: jest.fn(),
    async *watch(kind, { signal }) {
      const ended = new Promise<void>(resolve => {
        signal.addEventListener('abort', () => resolve());
      });
      for (;;) {
        const told = new Promise<Told>(resolve => listeners.add(resolve));
        const next = await Promise.race([told, ended]);
        if (!next) return;
        if (next.kind === kind) yield JSON.parse(JSON.stringify(next.event));
      }
    },
  };
  const tell = async (told: Told) => {
    const all = [...listeners];
    listeners.clear();
    all.forEach(listener => listener(told));
    for (let turns = 0; turns < 20; turns++) await Promise.resolve();
  };
  const writer = { apply: jest.fn(), patch: jest.fn(), delete: jest.fn() };
  const cluster = { name: 'prod', csiNamespace: 'rook-ceph', reader, writer };
  return { cluster, tell };
}

describe('a page of volumes', () => {
  const stop = new AbortController();
  const logger = mockServices.logger.mock();
  const { cluster, tell } = toldCluster();
  const index = new VolumeIndex({ clusters: [cluster], logger });
  const publish = jest.fn(async () => {});
  const signals = new ChangeSignals({
    ...{ index, logger, now: () => new Date() },
    signals: { publish },
  });
  const pages = new SharedPages({ index, signals });
  const judge = jest.fn(async (): Promise<EntityVolumes> => ({
    ...{ entityRef: '', channel: '', revision: 0 },
    ...{ total: 0, offset: 0, limit: 50, volumes: [], problems: [] },
  }));
  const get = (page = first) => pages.get(ledger, page, judge);
  let following: Promise<void>;

  beforeAll(async () => {
    jest.useFakeTimers();
    following = index.follow(stop.signal);
    for (let turns = 0; turns < 20; turns++) await Promise.resolve();
    const objects = [claimOf('payments/data', { labels })];
    await tell({
      kind: 'Namespace',
      event: { type: 'replaced', objects: [serving('payments')] },
    });
    await tell({
      kind: 'PersistentVolumeClaim',
      event: { type: 'replaced', objects },
    });
  });
  beforeEach(async () => {
    await jest.advanceTimersByTimeAsync(1_000);
    judge.mockClear();
  });
  afterAll(async () => {
    stop.abort();
    await following;
    jest.useRealTimers();
  });

  it('is the very same for all who ask within a second', async () => {
    const [one, other] = await Promise.all([get(), get()]);
    expect(other).toBe(one);
    expect(await get()).toBe(one);
    expect(judge).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(await get()).not.toBe(one);
  });

  it('is another for another page', async () => {
    await get();
    await get({ limit: 50, offset: 50 });
    expect(judge).toHaveBeenCalledTimes(2);
  });

  it('is void when its readers are told that it is outdated', async () => {
    await get();
    signals.tell(['component:default/ledger']);
    await get();
    expect(judge).toHaveBeenCalledTimes(2);
  });

  it('is void as soon as a claim is another', async () => {
    await get();
    const object = claimOf('payments/data', { labels, resourceVersion: '2' });
    await tell({
      kind: 'PersistentVolumeClaim',
      event: { type: 'changed', object },
    });
    await get();
    expect(judge).toHaveBeenCalledTimes(2);
  });

  it('is void as soon as the namespace serves another', async () => {
    await get();
    const object = serving('insurance');
    await tell({ kind: 'Namespace', event: { type: 'changed', object } });
    await get();
    expect(judge).toHaveBeenCalledTimes(2);
  });

  it('is asked for anew when it failed', async () => {
    judge.mockRejectedValueOnce(new Error('failed'));
    await expect(get()).rejects.toThrow('failed');
    await expect(get()).resolves.toBeDefined();
  });
});

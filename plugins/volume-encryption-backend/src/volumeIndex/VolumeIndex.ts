import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import {
  isVolumeEncryptionError,
  VolumeEncryptionError,
} from 'backstage-plugin-volume-encryption-common';
import type {
  Cluster,
  WatchEvent,
} from 'backstage-plugin-volume-encryption-node';
import { originOf } from '../network/originOf';
import { pause } from '../network/pause';
import { asOf } from './asOf';
import type { TouchedClaims } from './claimsTouchedBy';
import {
  emptySnapshot,
  watchedKinds,
  type ClusterSnapshot,
  type WatchedKind,
} from './ClusterSnapshot';
import { followWorkloads } from './followWorkloads';
import { reduceSnapshot, type SnapshotChange } from './reduceSnapshot';
import { withWorkloads } from './withWorkloads';

/** Milliseconds before a watch that ended is begun anew. */
const RESTART_MS = 5_000;

/** Claims of a cluster whose judgement may have changed. */
export interface IndexChange {
  cluster: string;
  touched: TouchedClaims;
}

/**
 * What is known of every configured cluster, in memory, by one watch per kind
 * and cluster. A cluster that does not answer costs nothing but its own facts.
 */
export class VolumeIndex {
  readonly #clusters: readonly Cluster[];
  readonly #logger: LoggerService;
  readonly #now: () => Date;
  readonly #snapshots: Map<string, ClusterSnapshot>;
  readonly #listeners = new Set<(change: IndexChange) => void>();

  constructor(parts: {
    clusters: readonly Cluster[];
    logger: LoggerService;
    now?: () => Date;
  }) {
    this.#clusters = parts.clusters;
    this.#logger = parts.logger;
    this.#now = parts.now ?? (() => new Date());
    this.#snapshots = new Map(
      parts.clusters.map(cluster => [cluster.name, emptySnapshot(cluster)]),
    );
  }

  /** Follows all clusters until the signal aborts; then resolves. */
  async follow(signal: AbortSignal): Promise<void> {
    await Promise.all(
      this.#clusters.flatMap(cluster => [
        ...watchedKinds
          .filter(kind => kind !== 'ConfigMap')
          .map(kind => this.#followKind(cluster, kind, signal)),
        this.#followConnections(cluster, signal),
      ]),
    );
  }

  /** Every configured cluster as of now, in the order of the configuration. */
  snapshots(): ClusterSnapshot[] {
    return [...this.#snapshots.values()].map(it => asOf(it, this.#now()));
  }

  /** One cluster as of now; throws `unknown-cluster`: there is no default. */
  snapshot(cluster: string): ClusterSnapshot {
    return asOf(this.#heardOf(cluster), this.#now());
  }

  #heardOf(cluster: string): ClusterSnapshot {
    const found = this.#snapshots.get(cluster);
    if (found) return found;
    const configured = [...this.#snapshots.keys()].join(', ') || 'none';
    throw new VolumeEncryptionError(
      'unknown-cluster',
      `There is no cluster ${JSON.stringify(cluster)}. Configured: ${configured}.`,
      { field: 'cluster' },
    );
  }

  /** Tells of every change that touches a claim; returns how to end it. */
  subscribe(listener: (change: IndexChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** A ConfigMap means nothing before it is known which one is read. */
  async #followConnections(
    cluster: Cluster,
    signal: AbortSignal,
  ): Promise<void> {
    const { name } = cluster;
    let configMaps: Promise<void> | undefined;
    const parts = { now: this.#now, logger: this.#logger, signal };
    for await (const told of followWorkloads(cluster, parts)) {
      this.#keep(name, withWorkloads(this.#heardOf(name), told));
      configMaps ??= this.#followKind(cluster, 'ConfigMap', signal);
    }
    await configMaps;
  }

  async #followKind<K extends WatchedKind>(
    cluster: Cluster,
    kind: K,
    signal: AbortSignal,
  ): Promise<void> {
    while (!signal.aborted) {
      try {
        for await (const event of cluster.reader.watch(kind, { signal })) {
          if (signal.aborted) return;
          this.#take(cluster, kind, event);
        }
      } catch (error) {
        // A watch does not throw; if it does, its rows shall not look fresh.
        this.#take(cluster, kind, { type: 'failed', error: toError(error) });
      }
      await pause(RESTART_MS, signal);
    }
  }

  #take<K extends WatchedKind>(
    { name }: Cluster,
    kind: K,
    event: WatchEvent<K>,
  ): void {
    const before = this.#heardOf(name);
    const at = this.#now().toISOString();
    const change = reduceSnapshot(before, { kind, event, at });
    const isReported = this.#report(before, change.snapshot, kind);
    if (isReported && event.type === 'failed') this.#explain(event.error);
    this.#keep(name, change);
  }

  #keep(name: string, { snapshot, touched }: SnapshotChange): void {
    this.#snapshots.set(name, snapshot);
    if (touched === 'all' || touched.size > 0) {
      this.#listeners.forEach(listener => listener({ cluster: name, touched }));
    }
  }

  /** Returns whether there was something to report. */
  #report(
    before: ClusterSnapshot,
    after: ClusterSnapshot,
    kind: WatchedKind,
  ): boolean {
    const { state, message } = after.tables[kind];
    if (state === before.tables[kind].state) return false;
    const text = `Watch of ${kind} on cluster ${after.cluster}: ${state}`;
    if (message) this.#logger.warn(`${text}. ${message}`);
    else this.#logger.info(text);
    return true;
  }

  /** The message of an error of ours explains itself. */
  #explain(error: Error): void {
    if (!isVolumeEncryptionError(error)) this.#logger.warn(originOf(error));
  }
}

import type { Cluster } from 'backstage-plugin-volume-encryption-node';
import type { ClusterConnection } from '../../config/types';
import { createCluster } from '../createCluster';
import { usualTiming, type WatchTiming } from '../WatchTiming';
import {
  startServer,
  type Answering,
  type Certificate,
  type Received,
  type TestServer,
} from '../../network/__testUtils__/startServer';

/** What must not show anywhere. */
export const CANARY = 'canary-of-the-portal-token';

/** Servers of one test that answer as they are told, and clusters at them. */
export class FaultyServers {
  readonly #started: TestServer[] = [];

  /** With a certificate and its key, for TLS. */
  async start(answering: Answering, tls?: Certificate): Promise<TestServer> {
    const server = await startServer(answering, tls);
    this.#started.push(server);
    return server;
  }

  /** A cluster whose API server answers so, reached with the canary as token. */
  async cluster(answering: Answering, options: FaultyOptions = {}) {
    const server = await this.start(answering);
    const { reader, writer } = clusterAt(server, options);
    return { server, reader, writer };
  }

  async stop(): Promise<void> {
    await Promise.all(this.#started.splice(0).map(server => server.stop()));
  }
}

interface FaultyOptions {
  timeoutMs?: number;
  maxConnections?: number;
  /** What else than the address and the canary tells how it is reached. */
  connection?: Partial<Extract<ClusterConnection, { kind: 'url' }>>;
  /** What of the watches' timing is not as usual. */
  timing?: Partial<WatchTiming>;
}

/** The adapter at a server of a test. */
export function clusterAt(
  { url }: { url: string },
  { timing, connection, ...limits }: FaultyOptions = {},
): Cluster {
  const usual = { url, token: CANARY, skipTlsVerify: false };
  return createCluster(
    {
      name: 'faulty',
      connection: { kind: 'url', ...usual, ...connection },
      csiNamespace: 'rook-ceph',
      timeoutMs: 5_000,
      maxConnections: 16,
      ...limits,
    },
    { ...usualTiming, ...timing },
  );
}

/** A list of ConfigMaps, as the API gives it. */
export function listOf(names: string[], metadata: object = {}): object {
  return {
    kind: 'ConfigMapList',
    apiVersion: 'v1',
    metadata: { resourceVersion: '7', ...metadata },
    items: names.map(namedObject),
  };
}

/** An item of such a list. */
export function namedObject(name: string): object {
  return { metadata: { name, creationTimestamp: '2026-01-01T00:00:00Z' } };
}

/** A line of a watch: an object that was made, at a position. */
export function addedLine(
  name: string,
  resourceVersion: number,
  data: Record<string, string> = {},
): string {
  const creationTimestamp = '2026-01-01T00:00:00Z';
  const metadata = { name, resourceVersion: `${resourceVersion}` };
  const object = {
    kind: 'ConfigMap',
    data,
    metadata: { ...metadata, creationTimestamp },
  };
  return `${JSON.stringify({ type: 'ADDED', object })}\n`;
}

/** Whether a request asks for a watch. */
export function isWatch({ path }: Received): boolean {
  return path.includes('watch=true');
}

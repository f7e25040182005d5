import { createCluster } from '../createCluster';
import { usualTiming, type WatchTiming } from '../WatchTiming';
import {
  startServer,
  type Answering,
  type Received,
  type TestServer,
} from '../../network/__testUtils__/startServer';

/** What must not show anywhere. */
export const CANARY = 'canary-of-the-portal-token';

/** Servers of one test that answer as they are told, and clusters at them. */
export class FaultyServers {
  readonly #started: TestServer[] = [];

  async start(answering: Answering): Promise<TestServer> {
    const server = await startServer(answering);
    this.#started.push(server);
    return server;
  }

  /** A cluster whose API server answers so, reached with the canary as token. */
  async cluster(
    answering: Answering,
    { timing = {}, ...options }: FaultyOptions = {},
  ) {
    const server = await this.start(answering);
    const { timeoutMs = 5_000, maxConnections = 16, tokenFile } = options;
    const token = tokenFile ? undefined : CANARY;
    const { url } = server;
    const { reader, writer } = createCluster(
      {
        name: 'faulty',
        connection: {
          kind: 'url',
          url,
          token,
          tokenFile,
          skipTlsVerify: false,
        },
        csiNamespace: 'rook-ceph',
        timeoutMs,
        maxConnections,
      },
      { ...usualTiming, ...timing },
    );
    return { server, reader, writer };
  }

  async stop(): Promise<void> {
    await Promise.all(this.#started.splice(0).map(server => server.stop()));
  }
}

interface FaultyOptions {
  timeoutMs?: number;
  maxConnections?: number;
  tokenFile?: string;
  /** What of the watches' timing is not as usual. */
  timing?: Partial<WatchTiming>;
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

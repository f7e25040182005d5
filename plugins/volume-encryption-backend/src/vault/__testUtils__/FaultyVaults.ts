import type { KmsConfig } from '../../config/types';
import {
  startServer,
  type Answering,
  type Certificate,
  type TestServer,
} from '../../network/__testUtils__/startServer';
import { createKms } from '../createKms';

/** What must not show anywhere. */
export const CANARY = 'hvs.canary-of-the-portal-token';

/** Servers of one test that answer as they are told, and KMSs at them. */
export class FaultyVaults {
  readonly #started: TestServer[] = [];

  async start(answering: Answering, tls?: Certificate): Promise<TestServer> {
    const server = await startServer(answering, tls);
    this.#started.push(server);
    return server;
  }

  /** A KMS whose Vault answers so, asked with the canary as token. */
  async kms(answering: Answering, change: Partial<KmsConfig> = {}) {
    const server = await this.start(answering);
    return { server, kms: kmsAt(server, change) };
  }

  async stop(): Promise<void> {
    await Promise.all(this.#started.splice(0).map(server => server.stop()));
  }
}

/** The adapter at a server of a test. */
export function kmsAt(
  server: { url: string },
  change: Partial<KmsConfig> = {},
) {
  return createKms(configAt(server, change));
}

/** The configuration of it, with the canary as token unless told. */
export function configAt(
  { url }: { url: string },
  change: Partial<KmsConfig> = {},
): KmsConfig {
  return {
    name: 'faulty',
    address: url,
    otherAddresses: [],
    auth: { method: 'token', token: CANARY },
    mountPrefix: 'csi',
    tokenRole: 'csi-tenant',
    timeoutMs: 5_000,
    maxConnections: 16,
    ...change,
  };
}

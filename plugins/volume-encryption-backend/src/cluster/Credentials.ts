import http from 'node:http';
import type { RequestOptions } from 'node:https';
import type { KubeConfig } from '@kubernetes/client-node';
import { VolumeEncryptionError } from 'backstage-plugin-volume-encryption-common';
import type { Request } from '../network/exchange';
import { KeptAgent } from '../network/KeptAgent';

/** Nine watches and some calls at a time. */
const MAX_CONNECTIONS = 24;

/**
 * What lets the portal in at one API server: headers, and an agent that keeps
 * connections. The client's own way of sending makes a new TLS connection for
 * every call (client-node 2.0.1, `KubeConfig.applySecurityAuthentication`).
 */
export class Credentials {
  readonly #agents = new KeptAgent(MAX_CONNECTIONS);

  constructor(private readonly cluster: string) {}

  /**
   * Reads token and certificates as the KubeConfig says, or runs its plugin.
   * Throws `cluster-unreachable` in words of ours, because a plugin's error is
   * whatever it printed.
   */
  async of(
    config: KubeConfig,
  ): Promise<Pick<Request, 'headers' | 'agent' | 'auth'>> {
    const options: RequestOptions = {};
    try {
      await config.applyToHTTPSOptions(options);
    } catch {
      throw new VolumeEncryptionError(
        'cluster-unreachable',
        `The portal's credential for cluster "${this.cluster}" could not be had: check its token file, CA file or credential plugin.`,
      );
    }
    const headers = textsOf(options.headers);
    const auth = options.auth ?? undefined;
    return { headers, auth, agent: this.#agentFor(config, options) };
  }

  /** The client keeps agents for the proxy of a kubeconfig itself. */
  #agentFor(config: KubeConfig, options: RequestOptions): http.Agent {
    const cluster = config.getCurrentCluster();
    const { agent, ca, cert, key, passphrase, pfx } = options;
    if (cluster?.proxyUrl && agent instanceof http.Agent) return agent;
    const { rejectUnauthorized, servername } = options;
    return this.#agents.agentFor(cluster?.server ?? '', {
      ...{ ca, cert, key, passphrase, pfx },
      ...{ rejectUnauthorized, servername },
    });
  }
}

function textsOf(headers: object = {}): Record<string, string> {
  const texts = Object.entries(headers).map(([name, value]) => [
    name,
    String(value),
  ]);
  return Object.fromEntries(texts);
}

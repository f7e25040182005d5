import http from 'node:http';
import type { RequestOptions } from 'node:https';
import type { KubeConfig } from '@kubernetes/client-node';
import { VolumeEncryptionError } from 'backstage-plugin-volume-encryption-common';
import type { ClusterConfig } from '../config/types';
import { KeptAgent } from '../network/KeptAgent';
import type { Request } from '../network/open';
import { UnusableTls } from '../network/TlsIdentity';

/**
 * What lets the portal in at one API server: headers, and an agent that keeps
 * connections. The client's own way of sending makes a new TLS connection for
 * every call (client-node 2.0.1, `KubeConfig.applySecurityAuthentication`).
 */
export class Credentials {
  readonly #cluster: string;
  readonly #forCalls: KeptAgent;
  /** Watches are open for good, and must not keep calls waiting. */
  readonly #forWatches = new KeptAgent(Infinity);

  constructor({ name, maxConnections }: ClusterConfig) {
    this.#cluster = name;
    this.#forCalls = new KeptAgent(maxConnections);
  }

  /**
   * Reads token and certificates as the KubeConfig says, or runs its plugin.
   * Throws `cluster-unreachable` in words of ours, because a plugin's error is
   * whatever it printed.
   */
  async of(
    config: KubeConfig,
    purpose: 'call' | 'watch',
  ): Promise<Pick<Request, 'headers' | 'agent' | 'auth'>> {
    const options: RequestOptions = {};
    try {
      await config.applyToHTTPSOptions(options);
    } catch {
      throw this.#unusable(
        "The portal's credential",
        'could not be had: check its token file, CA file or credential plugin',
      );
    }
    const headers = textsOf(options.headers);
    const auth = options.auth ?? undefined;
    const kept = purpose === 'watch' ? this.#forWatches : this.#forCalls;
    return { headers, auth, agent: this.#agentFor(config, { options, kept }) };
  }

  /** The client keeps agents for the proxy of a kubeconfig itself. */
  #agentFor(
    config: KubeConfig,
    { options, kept }: { options: RequestOptions; kept: KeptAgent },
  ): http.Agent {
    const cluster = config.getCurrentCluster();
    const { agent, ca, cert, key, passphrase, pfx } = options;
    if (cluster?.proxyUrl && agent instanceof http.Agent) return agent;
    const { rejectUnauthorized, servername } = options;
    try {
      return kept.agentFor(cluster?.server ?? '', {
        ...{ ca, cert, key, passphrase, pfx },
        ...{ rejectUnauthorized, servername },
      });
    } catch (error) {
      throw error instanceof UnusableTls ? this.#explained(error) : error;
    }
  }

  #explained({ part }: UnusableTls): VolumeEncryptionError {
    return part === 'authorities'
      ? this.#unusable(
          'What is to be trusted',
          'is no list of certificates in PEM: check its CA file',
        )
      : this.#unusable(
          "The portal's certificate and key",
          'cannot be used: check both in the kubeconfig',
        );
  }

  #unusable(what: string, remedy: string): VolumeEncryptionError {
    return new VolumeEncryptionError(
      'cluster-unreachable',
      `${what} for cluster "${this.#cluster}" ${remedy}.`,
    );
  }
}

function textsOf(headers: object = {}): Record<string, string> {
  const texts = Object.entries(headers).map(([name, value]) => [
    name,
    String(value),
  ]);
  return Object.fromEntries(texts);
}

import http from 'node:http';
import https from 'node:https';
import { isDeepStrictEqual } from 'node:util';
import { requireUsable, type TlsIdentity } from './TlsIdentity';

/**
 * Idle connections are given up before a server or a load balancer does it,
 * which would be noticed only when the next request is lost.
 */
const IDLE_MS = 30_000;

/**
 * The agent of one server, kept so that calls share connections, and replaced
 * when the certificates change on disk. Certificates are checked unless
 * `rejectUnauthorized` is false, whatever NODE_TLS_REJECT_UNAUTHORIZED says.
 */
export class KeptAgent {
  #tls: TlsIdentity = {};
  #agent?: http.Agent;

  /** @param maxSockets - connections at a time; further calls wait for one */
  constructor(private readonly maxSockets: number) {}

  /**
   * The agent for `url`; what it replaces closes when its calls are done.
   * Throws `UnusableTls`.
   */
  agentFor(url: string, tls: TlsIdentity): http.Agent {
    if (this.#agent && isDeepStrictEqual(tls, this.#tls)) return this.#agent;
    const secure = url.startsWith('https:');
    if (secure) requireUsable(tls);
    const options = {
      keepAlive: true,
      maxSockets: this.maxSockets,
      timeout: IDLE_MS,
    };
    this.#tls = tls;
    this.#agent = secure
      ? new https.Agent({
          ...tls,
          ...options,
          rejectUnauthorized: tls.rejectUnauthorized !== false,
        })
      : new http.Agent(options);
    return this.#agent;
  }
}

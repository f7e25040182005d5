import { readFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import type { KubeConfig } from '@kubernetes/client-node';
import {
  isVolumeEncryptionError,
  VolumeEncryptionError,
} from 'backstage-plugin-volume-encryption-common';
import type { ApiServerIdentity } from 'backstage-plugin-volume-encryption-node';
import type { ClusterConfig } from '../config/types';
import { Deadline } from '../network/Deadline';
import { exchange, readText, type Answer } from '../network/exchange';
import { explainNoAnswer } from '../network/explainNoAnswer';
import { open, type Request } from '../network/open';
import { fingerprintsOf } from '../network/fingerprintsOf';
import { pause } from '../network/pause';
import { acceptOf, describeCall, type Call } from './Call';
import { Credentials } from './Credentials';
import { loadKubeConfig } from './loadKubeConfig';
import { Expired, refusalOf } from './refusal';

/** A page of 500 Pods is some 5 MB. */
const MAX_ANSWER_BYTES = 64 * 1024 * 1024;

/** How often a call is repeated that the API server put off with 429. */
const MAX_REPEATS = 2;

/** What of a request the call decides; the rest comes from the KubeConfig. */
export type Wanted = Pick<Request, 'method' | 'url' | 'headers' | 'body'>;

/**
 * Sends requests to one API server with the credentials of its KubeConfig.
 * Every call ends: by an answer, its deadline or the caller's signal. All
 * errors are VolumeEncryptionErrors made here, or `Expired`.
 */
export class ApiServer {
  readonly #cluster: ClusterConfig;
  readonly #credentials: Credentials;
  #config?: Promise<KubeConfig>;

  constructor(cluster: ClusterConfig) {
    this.#cluster = cluster;
    this.#credentials = new Credentials(cluster);
  }

  get name(): string {
    return this.#cluster.name;
  }

  /** Address of the API server, without a slash at the end. */
  async address(): Promise<string> {
    const config = await this.#kubeConfig();
    return (config.getCurrentCluster()?.server ?? '').replace(/\/+$/, '');
  }

  /** Its address, and fingerprints of those that the portal lets vouch for it. */
  async identity(): Promise<ApiServerIdentity> {
    const cluster = (await this.#kubeConfig()).getCurrentCluster();
    const { caData, caFile, skipTLSVerify } = cluster ?? {};
    const address = await this.address();
    if (skipTLSVerify || !(caData || caFile)) return { address };
    const pem = caData
      ? Buffer.from(caData, 'base64').toString('utf8')
      : await readFile(caFile ?? '', 'utf8');
    return { address, authorities: fingerprintsOf(pem) };
  }

  /** The whole answer to a call, a success. */
  send(call: Call, wanted: Wanted): Promise<Answer> {
    return this.#within(call, async deadline => {
      for (let repeats = 0; ; repeats++) {
        const request = await this.#request(call, wanted, deadline);
        const answer = await exchange(request, MAX_ANSWER_BYTES);
        if (isSuccess(answer.status)) return answer;
        if (answer.status !== 429 || repeats === MAX_REPEATS) {
          throw this.#refusal(call, answer);
        }
        const seconds = Number(answer.headers['retry-after']) || 1;
        await pause(seconds * 1000, deadline.signal);
      }
    });
  }

  /** The body of an answer that goes on until the call's signal aborts. */
  follow(call: Call, wanted: Wanted): Promise<IncomingMessage> {
    return this.#within(call, async deadline => {
      const request = await this.#request(call, wanted, deadline);
      const message = await open(request);
      const { statusCode: status = 0 } = message;
      if (isSuccess(status)) return message;
      const text = await readText(message, MAX_ANSWER_BYTES);
      throw this.#refusal(call, { status, text });
    });
  }

  async #within<T>(
    call: Call,
    work: (deadline: Deadline) => Promise<T>,
  ): Promise<T> {
    const deadline = new Deadline(this.#cluster.timeoutMs, call.signal);
    try {
      return await work(deadline);
    } catch (error) {
      throw this.#explained(call, error, deadline);
    } finally {
      deadline.end();
    }
  }

  async #request(
    call: Call,
    { headers, ...wanted }: Wanted,
    deadline: Deadline,
  ): Promise<Request> {
    const config = await this.#kubeConfig();
    const purpose = call.verb === 'watch' ? 'watch' : 'call';
    const had = this.#credentials.of(config, purpose);
    const access = await deadline.limit(had);
    return {
      ...wanted,
      ...access,
      headers: { ...headers, ...access.headers, Accept: acceptOf(call) },
      signal: deadline.signal,
      againAfterMs: isForOnce(call) ? undefined : deadline.patienceMs,
    };
  }

  #refusal(call: Call, answer: { status: number; text: string }): Error {
    // A kubeconfig may have been replaced, or its plugin may hold an old token.
    if (answer.status === 401) this.#config = undefined;
    return refusalOf(this.name, call, answer);
  }

  #kubeConfig(): Promise<KubeConfig> {
    if (!this.#config) {
      const loading = loadKubeConfig(this.#cluster.connection);
      this.#config = loading;
      loading.catch(() => {
        this.#config = undefined;
      });
    }
    return this.#config;
  }

  #explained(call: Call, error: unknown, deadline: Deadline): Error {
    if (isVolumeEncryptionError(error) || error instanceof Expired) {
      return error;
    }
    const { kind, why } = explainNoAnswer(error, deadline);
    const code = kind === 'unreachable' ? 'cluster-unreachable' : kind;
    // It may have another address now, or, behind a proxy, other certificates:
    // to a proxy the client keeps the agent that it made first.
    if (kind === 'unreachable') this.#config = undefined;
    return new VolumeEncryptionError(
      code,
      `Cluster "${this.name}" could not ${describeCall(call)}: ${why}.`,
    );
  }
}

/**
 * Done twice, others come to the same: applying says what shall be, and deleting
 * names a uid. A patch could be refused for its own change, and so could what was
 * created.
 */
function isForOnce({ verb }: Call): boolean {
  return verb === 'patch' || verb === 'create';
}

function isSuccess(status: number): boolean {
  return status >= 200 && status <= 299;
}

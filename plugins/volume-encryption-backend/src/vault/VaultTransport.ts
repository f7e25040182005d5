import { readFile } from 'node:fs/promises';
import {
  isVolumeEncryptionError,
  VolumeEncryptionError,
} from 'backstage-plugin-volume-encryption-common';
import type { KmsConfig } from '../config/types';
import type { Deadline } from '../network/Deadline';
import { exchange, parseJson, type Answer } from '../network/exchange';
import { explainNoAnswer } from '../network/explainNoAnswer';
import { KeptAgent } from '../network/KeptAgent';
import { UnusableTls } from '../network/TlsIdentity';
import { valueAt } from '../network/valueAt';
import { VaultRefusal } from './VaultRefusal';

/** The list of 5000 mounts is some 4 MB. */
const MAX_ANSWER_BYTES = 16 * 1024 * 1024;

/** What a request is for, and how long it may take. */
export interface VaultCall {
  /** For messages, such as "read the mount". */
  what: string;
  deadline: Deadline;
  /** Whether a write must not reach Vault twice. */
  once: boolean;
  /** Whether the body of `sys/health` is a success whatever its status. */
  anyStatus?: boolean;
}

/** As node-vault 0.12.0 hands a request to its `request-promise`. */
export interface NodeVaultRequest {
  method: string;
  uri: string;
  headers: Record<string, string>;
  /** The body. */
  json?: unknown;
  call: VaultCall;
}

/** As node-vault wants an answer: of the statuses, it knows 200 and 204 only. */
interface NodeVaultAnswer {
  statusCode: 200;
  body: unknown;
  request: { path: string };
}

/**
 * Carries node-vault's requests, in place of its axios: that follows redirects
 * and uses proxies of the environment with the token, has no deadline, cannot
 * be aborted, and puts token and body into its errors.
 */
export class VaultTransport {
  readonly #agents: KeptAgent;
  readonly #config: KmsConfig;
  #certificateEndsAt?: string;

  constructor(config: KmsConfig) {
    this.#config = config;
    this.#agents = new KeptAgent(config.maxConnections);
  }

  /** Of the newest answer: ISO 8601; undefined before one, and without TLS. */
  get certificateEndsAt(): string | undefined {
    return this.#certificateEndsAt;
  }

  /** Any 2xx is success; everything else throws, with nothing of the request. */
  async send(request: NodeVaultRequest): Promise<NodeVaultAnswer> {
    const { call, uri } = request;
    const answer = await this.#exchange(request);
    const { status, text } = answer;
    this.#certificateEndsAt = answer.certificateEndsAt;
    const body = text === '' ? {} : parseJson(text);
    const success =
      (status >= 200 && status <= 299) ||
      (call.anyStatus && valueAt(body, 'initialized') !== undefined);
    if (!success || body === undefined) {
      const { name: kms } = this.#config;
      const { 'retry-after': retryAfter } = answer.headers;
      const { what } = call;
      throw new VaultRefusal({ kms, what, status, text, retryAfter });
    }
    return { statusCode: 200, body, request: { path: uri } };
  }

  async #exchange({
    method,
    uri,
    headers,
    json,
    call,
  }: NodeVaultRequest): Promise<Answer> {
    const mayRepeat = method === 'GET' || !call.once;
    try {
      const request = {
        method,
        url: uri,
        headers: { ...headers, 'content-type': 'application/json' },
        body: json === undefined ? undefined : JSON.stringify(json),
        agent: await this.#agent(),
        signal: call.deadline.signal,
        againAfterMs: mayRepeat ? call.deadline.patienceMs : undefined,
      };
      return await exchange(request, MAX_ANSWER_BYTES);
    } catch (error) {
      throw ourErrorOf(error, { kms: this.#config.name, ...call });
    }
  }

  /** The CA file is read anew, so that a replaced one is taken. */
  async #agent() {
    const { address, caFile, tlsServerName: servername } = this.#config;
    try {
      const ca = caFile && (await readFile(caFile, 'utf8'));
      return this.#agents.agentFor(address, { ca, servername });
    } catch (error) {
      throw error instanceof UnusableTls
        ? this.#badCaFile('holds no certificates in PEM, or a broken one')
        : this.#badCaFile('cannot be read');
    }
  }

  #badCaFile(what: string): VolumeEncryptionError {
    return new VolumeEncryptionError(
      'kms-unreachable',
      `The CA file of Vault "${this.#config.name}" ${what}: check "caFile".`,
      { field: 'caFile' },
    );
  }
}

/** The error itself where it is ours, and in words of ours any other. */
export function ourErrorOf(
  error: unknown,
  { kms, what, deadline }: { kms: string; what: string; deadline: Deadline },
): VolumeEncryptionError {
  if (isVolumeEncryptionError(error)) return error;
  const { kind, why } = explainNoAnswer(error, deadline);
  return new VolumeEncryptionError(
    kind === 'unreachable' ? 'kms-unreachable' : kind,
    `Vault "${kms}" did not ${what}: ${why}.`,
  );
}

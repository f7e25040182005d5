import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import {
  OPERATION_LINES,
  VolumeEncryptionError,
  type OperationResult,
} from 'backstage-plugin-volume-encryption-common';
import { errorOfResponse } from './errorOfResponse';
import { LinesBroken, resultIn, type OnProgress } from './operationLines';
import { queryOf } from './queryOf';
import type { RequestOptions } from './VolumeEncryptionService';

const PLUGIN_ID = 'volume-encryption';

type Sent = {
  method: string;
  headers?: Record<string, string>;
  body?: string;
};
type Query = Parameters<typeof queryOf>[0];

/** Requests to the backend, each on behalf of a principal. */
export class BackendTransport {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;

  constructor(services: { auth: AuthService; discovery: DiscoveryService }) {
    this.#auth = services.auth;
    this.#discovery = services.discovery;
  }

  /** Reads; `path` is of `pathOf`, and only what is given of `query` is sent. */
  get<T>(path: string, query: Query, options: RequestOptions): Promise<T> {
    return this.#send(`${path}${queryOf(query)}`, { method: 'GET' }, options);
  }

  /** Sends `body` as JSON. */
  post<T>(path: string, body: object, options: RequestOptions): Promise<T> {
    const request = {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    };
    return this.#send(path, request, options);
  }

  /** Sends an operation, and hears of it line by line. */
  async postTold(
    path: string,
    body: object,
    options: RequestOptions & { onProgress?: OnProgress },
  ): Promise<OperationResult> {
    const request = {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: OPERATION_LINES },
      body: JSON.stringify(body),
    };
    const response = await this.#answer(path, request, options);
    return resultIn(response, options.onProgress).catch((error: unknown) => {
      throw error instanceof LinesBroken ? noAnswer(options.signal) : error;
    });
  }

  async #send<T>(
    path: string,
    request: Sent,
    options: RequestOptions,
  ): Promise<T> {
    const response = await this.#answer(path, request, options);
    return response.json().catch(() => {
      throw noAnswer(options.signal);
    });
  }

  /** A success; its body is not read yet. */
  async #answer(
    path: string,
    request: Sent,
    { credentials, signal }: RequestOptions,
  ): Promise<Response> {
    const baseUrl = await this.#discovery.getBaseUrl(PLUGIN_ID);
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: credentials,
      targetPluginId: PLUGIN_ID,
    });
    const headers = { ...request.headers, Authorization: `Bearer ${token}` };
    const response = await fetch(`${baseUrl}${path}`, {
      ...request,
      headers,
      signal,
    }).catch(() => {
      throw noAnswer(signal);
    });
    if (!response.ok) throw await errorOfResponse(response);
    return response;
  }
}

/** The cause is left out: it could hold the request with its token. */
function noAnswer(signal: AbortSignal | undefined): Error {
  return signal?.aborted
    ? new VolumeEncryptionError('aborted', 'The request was aborted.')
    : new ServiceUnavailableError(
        'The volume-encryption backend did not answer. Is it installed and running?',
      );
}

import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import { VolumeEncryptionError } from 'backstage-plugin-volume-encryption-common';
import { errorOfResponse } from './errorOfResponse';
import { queryOf } from './queryOf';
import type { RequestOptions } from './VolumeEncryptionService';

const PLUGIN_ID = 'volume-encryption';

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

  async #send<T>(
    path: string,
    request: {
      method: string;
      headers?: Record<string, string>;
      body?: string;
    },
    { credentials, signal }: RequestOptions,
  ): Promise<T> {
    const baseUrl = await this.#discovery.getBaseUrl(PLUGIN_ID);
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: credentials,
      targetPluginId: PLUGIN_ID,
    });
    const headers = { ...request.headers, Authorization: `Bearer ${token}` };
    const fail = () => {
      throw noAnswer(signal);
    };
    const response = await fetch(`${baseUrl}${path}`, {
      ...request,
      headers,
      signal,
    }).catch(fail);
    if (!response.ok) throw await errorOfResponse(response);
    return response.json().catch(fail);
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

import { request as overHttp } from 'node:http';
import { IncomingMessage, RequestOptions } from 'node:http';
import { request as overHttps } from 'node:https';
import { Json } from './json';

/** Where a server is and how to be let in. `ca` is PEM text, for https. */
export interface Endpoint {
  url: string;
  headers?: Record<string, string>;
  ca?: string;
}

export interface Answer {
  status: number;
  body: Json;
}

/** One JSON call. Rejects only when no answer came. */
export type Send = (
  method: string,
  path: string,
  body?: Json,
  contentType?: string,
) => Promise<Answer>;

/** A way to call one server; every answer, good or bad, is returned. */
export function connect(endpoint: Endpoint): Send {
  return async (method, path, body, contentType = 'application/json') => {
    const response = await open(endpoint, path, {
      method,
      headers: { ...endpoint.headers, 'content-type': contentType },
      body: body === undefined ? '' : JSON.stringify(body),
    });
    let text = '';
    for await (const chunk of response.setEncoding('utf8')) text += chunk;
    return { status: response.statusCode ?? 0, body: parse(text) };
  };
}

/**
 * Reads a stream of lines and calls `each` for every one, until the server ends it or
 * `signal` aborts; both just return.
 */
export async function follow(
  endpoint: Endpoint,
  path: string,
  { each, signal }: { each: () => void; signal: AbortSignal },
): Promise<void> {
  try {
    const { headers } = endpoint;
    const response = await open(endpoint, path, { headers, signal });
    for await (const _ of response) each();
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

function open(
  endpoint: Endpoint,
  path: string,
  { body, ...options }: RequestOptions & { body?: string },
) {
  const secure = endpoint.url.startsWith('https:');
  const request = secure ? overHttps : overHttp;
  return new Promise<IncomingMessage>((resolve, reject) => {
    const url = endpoint.url.replace(/\/$/, '') + path;
    request(url, { ...options, ca: endpoint.ca }, resolve)
      .on('error', reject)
      .end(body);
  });
}

function parse(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

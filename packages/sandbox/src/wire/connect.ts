import { IncomingMessage, request as overHttp } from 'node:http';
import { request as overHttps, RequestOptions } from 'node:https';
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

/** One JSON call; every answer, good or bad, is returned. Rejects when there is none. */
export type Send = (
  method: string,
  path: string,
  body?: Json,
  contentType?: string,
) => Promise<Answer>;

export function connect(endpoint: Endpoint): Send {
  return async (method, path, body, type = 'application/json') => {
    const sent = body === undefined ? '' : JSON.stringify(body);
    const length = `${Buffer.byteLength(sent)}`;
    const about = { 'content-type': type, 'content-length': length };
    const response = await open(
      endpoint,
      path,
      { method, headers: about },
      sent,
    );
    let text = '';
    for await (const chunk of response.setEncoding('utf8')) text += chunk;
    const isJson = /^[{[]/.test(text);
    const { statusCode: status = 0 } = response;
    return { status, body: isJson ? JSON.parse(text) : text };
  };
}

/** Calls `each` for whatever a stream brings, until the server or `signal` ends it. */
export async function follow(
  endpoint: Endpoint,
  path: string,
  { each, signal }: { each: (chunk: Buffer) => void; signal: AbortSignal },
) {
  const response = await open(endpoint, path, { signal });
  for await (const chunk of response) each(chunk);
}

const open = (
  { url, ca, headers }: Endpoint,
  path: string,
  options: RequestOptions & { headers?: Record<string, string> },
  body = '',
) =>
  new Promise<IncomingMessage>((resolve, reject) => {
    const request = url.startsWith('https:') ? overHttps : overHttp;
    const whole = {
      ...options,
      headers: { ...headers, ...options.headers },
      ca,
    };
    const sent = request(url.replace(/\/$/, '') + path, whole, resolve);
    sent.on('error', reject).end(body);
  });

import { IncomingMessage, request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { Json } from './json';

/** Where a server is and how to be let in. `ca` is PEM text, for https. */
export interface Endpoint {
  url: string;
  headers?: Record<string, string>;
  ca?: string;
}

export type Answer = { status: number; body: Json };

/** One JSON call; every answer, good or bad, is returned. Rejects when there is none. */
export type Send = (
  method: string,
  path: string,
  body?: Json,
  contentType?: string,
) => Promise<Answer>;

const json = 'application/json';

export function connect({ url, headers, ca }: Endpoint): Send {
  const request = url.startsWith('https:') ? overHttps : overHttp;
  return async (...[method, path, body, type = json]: Parameters<Send>) => {
    const sent = body === undefined ? '' : JSON.stringify(body);
    const length = `${Buffer.byteLength(sent)}`;
    const about = { 'content-type': type, 'content-length': length };
    const options = { method, headers: { ...headers, ...about }, ca };
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      request(url + path, options, resolve)
        .on('error', reject)
        .end(sent);
    });
    let text = '';
    for await (const chunk of response.setEncoding('utf8')) text += chunk;
    const isJson = /^[{[]/.test(text);
    const status = response.statusCode ?? 0;
    return { status, body: isJson ? JSON.parse(text) : text };
  };
}

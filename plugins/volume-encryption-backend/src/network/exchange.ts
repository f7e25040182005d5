import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';

/** One HTTP request. Only these headers and this body are sent. */
export interface Request {
  method: string;
  url: string;
  headers: Record<string, string>;
  body?: string;
  /** Decides on TLS and keeps connections; never from the environment. */
  agent: http.Agent;
  /** `user:password` for basic authentication. */
  auth?: string;
  signal: AbortSignal;
}

/** A whole answer. */
export interface Answer {
  status: number;
  headers: http.IncomingHttpHeaders;
  text: string;
}

/** An answer was larger than the caller was ready to keep in memory. */
export class TooLarge extends Error {}

/**
 * Sends a request and returns when the head of the answer is there. Redirects
 * are not followed and no proxy of the environment is used, because both could
 * carry a credential to another host. Rejects with Node's own error, which is
 * not to be shown: see `explainNoAnswer`.
 */
export function open(request: Request): Promise<IncomingMessage> {
  const { url, body = '', ...options } = request;
  const send = url.startsWith('https:') ? https.request : http.request;
  const length = body ? { 'content-length': Buffer.byteLength(body) } : {};
  return new Promise((resolve, reject) => {
    const headers = { ...request.headers, ...length };
    send(url, { ...options, headers }, resolve)
      .on('error', reject)
      .end(body);
  });
}

/** Sends a request and reads the whole answer, at most `maxBytes` of it. */
export async function exchange(
  request: Request,
  maxBytes: number,
): Promise<Answer> {
  const message = await open(request);
  const { statusCode: status = 0, headers } = message;
  return { status, headers, text: await readText(message, maxBytes) };
}

/** The rest of a message; throws `TooLarge` rather than keep more of it. */
export async function readText(
  message: IncomingMessage,
  maxBytes: number,
): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > maxBytes) throw new TooLarge();
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** JSON, or undefined for a text that is none: its parse error would quote it. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

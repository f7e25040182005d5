import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { certificateEnd } from './certificateEnd';
import { open, type Request } from './open';

/** A whole answer. */
export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  /** ISO 8601: when the server's certificate ends; undefined without TLS. */
  certificateEndsAt?: string;
}

/** An answer was larger than the caller was ready to keep in memory. */
export class TooLarge extends Error {}

/** A server that speaks TLS was asked without. */
export class TlsWanted extends Error {}

/** As Go words it (net/http/server.go), and nginx. */
const SPEAKS_TLS = /HTTP request (?:was sent )?to (?:an )?HTTPS/;

/**
 * Sends a request and reads the whole answer, at most `maxBytes` of it. Throws
 * as `open`, `TooLarge` or `TlsWanted`.
 */
export async function exchange(
  request: Request,
  maxBytes: number,
): Promise<Answer> {
  const message = await open(request);
  const { statusCode: status = 0, headers, socket } = message;
  const certificateEndsAt = certificateEnd(socket);
  const text = await readText(message, maxBytes);
  if (status === 400 && request.url.startsWith('http:')) {
    if (SPEAKS_TLS.test(text)) throw new TlsWanted();
  }
  return { status, headers, text, certificateEndsAt };
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

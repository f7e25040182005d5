import http, { type ClientRequest, type IncomingMessage } from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';
import { textAt } from './valueAt';

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
  /**
   * To be sent once more, over a new connection, when a kept one turns out to
   * be dead: it is reset before the answer, or, where it had been idle, silent
   * for so many milliseconds. Left out for what must not be done twice.
   */
  againAfterMs?: number;
}

/** A kept connection had ended before the request came to it. */
class DeadConnection extends Error {}

/** A connection without TLS was closed unanswered, as by who wants TLS. */
export class ClosedPlain extends Error {}

/** Idle for so long, a connection may have died without a word. */
const DOUBTFUL_AFTER_MS = 1_000;

/** When something came last over a connection, by `performance.now()`. */
const heardAt = new WeakMap<Socket, number>();

/**
 * Sends a request and returns when the head of the answer is there. Redirects
 * are not followed and no proxy of the environment is used, because both could
 * carry a credential to another host. Rejects with Node's own error, which is
 * not to be shown: see `explainNoAnswer`.
 */
export async function open(request: Request): Promise<IncomingMessage> {
  try {
    return await send(request);
  } catch (error) {
    if (!(error instanceof DeadConnection)) throw error;
    // What ended one has mostly ended all that nobody used.
    closeIdle(request.agent);
    return send({ ...request, againAfterMs: undefined });
  }
}

function send(request: Request): Promise<IncomingMessage> {
  const { url, body = '', againAfterMs, ...options } = request;
  const { request: begin } = url.startsWith('https:') ? https : http;
  const length = body ? { 'content-length': Buffer.byteLength(body) } : {};
  const headers = { ...request.headers, ...length };
  return new Promise((resolve, reject) => {
    const sent = begin(url, { ...options, headers }, message => {
      const { socket } = message;
      message.once('close', () => heardAt.set(socket, performance.now()));
      resolve(message);
    });
    if (againAfterMs !== undefined) doubt(sent, againAfterMs);
    sent.on('error', error => {
      if (error instanceof DeadConnection || !isReset(error)) reject(error);
      else if (!sent.reusedSocket) {
        reject(url.startsWith('http:') ? new ClosedPlain() : error);
      } else reject(againAfterMs ? new DeadConnection() : error);
    });
    sent.end(body);
  });
}

/** Gives up a connection that was idle and of which nothing comes. */
function doubt(sent: ClientRequest, patienceMs: number): void {
  sent.once('socket', socket => {
    const idleMs = performance.now() - (heardAt.get(socket) ?? Infinity);
    if (!sent.reusedSocket || idleMs < DOUBTFUL_AFTER_MS) return;
    const giveUp = () => sent.destroy(new DeadConnection());
    const timer = setTimeout(giveUp, patienceMs);
    for (const event of ['response', 'close']) {
      sent.once(event, () => clearTimeout(timer));
    }
  });
}

function isReset(error: Error): boolean {
  return /^(ECONNRESET|EPIPE)$/.test(textAt(error, 'code') ?? '');
}

function closeIdle({ freeSockets }: http.Agent): void {
  for (const sockets of Object.values(freeSockets)) {
    for (const socket of sockets ?? []) socket.destroy();
  }
}

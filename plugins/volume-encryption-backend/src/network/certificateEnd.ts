import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';

/** A certificate is read once for each connection, which many answers share. */
const ends = new WeakMap<Socket, string | undefined>();

/**
 * When the certificate ends that the server showed on this connection: ISO 8601;
 * undefined without TLS, or where it tells no end.
 */
export function certificateEnd(socket: Socket): string | undefined {
  if (!ends.has(socket)) ends.set(socket, readEnd(socket));
  return ends.get(socket);
}

function readEnd(socket: Socket): string | undefined {
  if (!(socket instanceof TLSSocket)) return undefined;
  const { valid_to: end } = socket.getPeerCertificate();
  const time = Date.parse(end ?? '');
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

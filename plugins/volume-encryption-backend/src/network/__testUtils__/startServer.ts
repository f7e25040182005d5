import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';

/** A request as it arrived. */
export interface Received {
  method: string;
  /** Path with its query. */
  path: string;
  headers: http.IncomingHttpHeaders;
  body: string;
}

/** Answers a request, or leaves it without an answer. */
export type Answering = (request: Received, response: ServerResponse) => void;

/** A server of a test, which may misbehave. */
export interface TestServer {
  url: string;
  requests: Received[];
  /** How many connections were opened so far, and the most at one time. */
  connections: { opened: number; most: number };
  /** Shows another certificate from now on, and closes what is open. */
  renew(tls: Certificate): void;
  stop(): Promise<void>;
}

/** A certificate and its key, as PEM. */
export interface Certificate {
  key: string;
  cert: string;
}

/** Starts a server on a free port of loopback; with a certificate, for TLS. */
export async function startServer(
  answering: Answering,
  tls?: Certificate,
): Promise<TestServer> {
  const requests: Received[] = [];
  const handle = async (message: IncomingMessage, response: ServerResponse) => {
    const request = await received(message);
    requests.push(request);
    answering(request, response);
  };
  const server = tls
    ? https.createServer(tls, handle)
    : http.createServer(handle);
  const connections = countConnections(server);
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    url: `${tls ? 'https' : 'http'}://127.0.0.1:${port}`,
    requests,
    connections,
    renew: other => {
      if (server instanceof https.Server) server.setSecureContext(other);
      server.closeAllConnections();
    },
    stop: () =>
      new Promise<void>(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Answers with JSON. */
export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

function countConnections(server: http.Server) {
  const open = new Set<Socket>();
  const connections = { opened: 0, most: 0 };
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    connections.opened++;
    connections.most = Math.max(connections.most, open.size);
    socket.on('close', () => open.delete(socket));
  });
  return connections;
}

async function received(message: IncomingMessage): Promise<Received> {
  let body = '';
  for await (const chunk of message.setEncoding('utf8')) body += chunk;
  const { method = '', url: path = '', headers } = message;
  return { method, path, headers, body };
}

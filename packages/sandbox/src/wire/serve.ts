import { createServer, IncomingMessage, ServerResponse } from 'node:http';
import { Json } from './json';

/** A request as the stand-ins see it: `path` is decoded, without the query. */
export interface WireRequest {
  method: string;
  path: string[];
  query: URLSearchParams;
  header(name: string): string;
  body: Json | undefined;
}

/** A whole answer, or a stream of JSON lines that `open` feeds until it is stopped. */
export interface WireReply {
  status: number;
  body?: Json;
  open?: (line: (value: Json) => void, end: () => void) => () => void;
}

/** Thrown anywhere below a handler to answer at once with `reply`. */
export class Refusal extends Error {
  constructor(readonly reply: WireReply) {
    super(`HTTP ${reply.status}`);
  }
}

export interface WireServer {
  url: string;
  stop(): Promise<void>;
}

/**
 * Serves JSON over HTTP on loopback.
 *
 * @param port - 0 lets the system choose a free one
 * @throws the listen error, such as EADDRINUSE, when the port is taken
 */
export async function serve(
  port: number,
  handle: (request: WireRequest) => Promise<WireReply>,
): Promise<WireServer> {
  const server = createServer((incoming, response) => {
    read(incoming)
      .then(handle)
      .catch(asReply)
      .then(reply => write(reply, response));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  const bound = typeof address === 'object' && address ? address.port : port;
  const stop = () =>
    new Promise<void>(resolve => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${bound}`, stop };
}

async function read(incoming: IncomingMessage): Promise<WireRequest> {
  const [path, query] = (incoming.url ?? '/').split('?');
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString();
  return {
    method: incoming.method ?? 'GET',
    path: path.slice(1).split('/').map(decodeURIComponent),
    query: new URLSearchParams(query),
    header: name => String(incoming.headers[name] ?? ''),
    body: text ? parse(text) : undefined,
  };
}

function parse(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    const errors = ['the body is not JSON'];
    throw new Refusal({ status: 400, body: { message: errors[0], errors } });
  }
}

function asReply(error: unknown): WireReply {
  if (error instanceof Refusal) return error.reply;
  const message = `the sandbox failed: ${error}`;
  return { status: 500, body: { message, errors: [message] } };
}

function write(reply: WireReply, response: ServerResponse) {
  response.writeHead(reply.status, { 'content-type': 'application/json' });
  if (!reply.open) {
    response.end(reply.body === undefined ? '' : JSON.stringify(reply.body));
    return;
  }
  response.flushHeaders();
  const line = (value: Json) => response.write(`${JSON.stringify(value)}\n`);
  response.on(
    'close',
    reply.open(line, () => response.end()),
  );
}

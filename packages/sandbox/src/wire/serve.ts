import { createServer, IncomingMessage, ServerResponse } from 'node:http';
import { Json, objectOf } from './json';

/** A request: its path decoded and in segments, its body parsed. */
export type WireRequest = Awaited<ReturnType<typeof read>>;

/** A whole answer, or JSON lines that `open` writes until it is stopped. */
export interface WireReply {
  status: number;
  body?: Json;
  open?: (line: (value: Json) => void) => () => void;
}

/** Thrown anywhere below a handler to answer at once. */
export class Refusal extends Error {
  constructor(readonly reply: WireReply) {
    super(`HTTP ${reply.status}`);
  }
}

/** Serves JSON on loopback; port 0 is any. Throws the listen error, as EADDRINUSE. */
export async function serve(
  port: number,
  handle: (request: WireRequest) => WireReply | Promise<WireReply>,
) {
  const server = createServer(async (incoming, response) => {
    const reply = read(incoming).then(handle).catch(asReply);
    write(await reply, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${Object(server.address()).port}`;
  const stop = () => new Promise(it => server.close(it).closeAllConnections());
  return { url, stop };
}

async function read(incoming: IncomingMessage) {
  const { method = '', url = '', headers } = incoming;
  const [path, query] = url.split('?');
  let text = '';
  for await (const chunk of incoming.setEncoding('utf8')) text += chunk;
  return {
    method,
    path: path.slice(1).split('/').map(decodeURIComponent),
    query: new URLSearchParams(query),
    header: (name: string) => `${headers[name] ?? ''}`,
    body: objectOf(JSON.parse(text || '{}')),
  };
}

function asReply(error: Error): WireReply {
  if (error instanceof Refusal) return error.reply;
  const malformed = error instanceof SyntaxError || error instanceof URIError;
  const { message } = error;
  const body = { message, errors: [message] };
  return { status: malformed ? 400 : 500, body };
}

function write({ status, body, open }: WireReply, response: ServerResponse) {
  response.writeHead(status, { 'content-type': 'application/json' });
  if (!open)
    return response.end(body === undefined ? '' : JSON.stringify(body));
  response.flushHeaders();
  const stop = open(line => response.write(`${JSON.stringify(line)}\n`));
  return response.on('close', stop);
}

import { once } from 'node:events';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import https from 'node:https';

/** Stands before a server and notes what is asked of it. */
export interface CountingProxy {
  url: string;
  /** Method and path of every request so far, in order. */
  requests: string[];
  stop(): Promise<void>;
}

/**
 * Starts one on a free port of loopback.
 * @param target - the server, with the certificates that vouch for it
 */
export async function startCountingProxy(target: {
  url: string;
  ca?: string;
}): Promise<CountingProxy> {
  const requests: string[] = [];
  const pass = passTo(target);
  const server = http.createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    pass(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) {
    throw new Error('the proxy has no port');
  }
  return {
    url: `http://127.0.0.1:${address.port}`,
    requests,
    stop: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function passTo({ url, ca }: { url: string; ca?: string }) {
  const transport = url.startsWith('https:') ? https : http;
  const agent = new transport.Agent({ keepAlive: true });
  return (request: IncomingMessage, response: ServerResponse) => {
    const { method, headers } = request;
    const to = new URL(request.url ?? '/', url);
    const passed = transport.request(to, { method, headers, ca, agent });
    passed.on('response', answer => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
      answer.on('error', () => response.destroy());
    });
    passed.on('error', () => response.destroy());
    response.on('close', () => passed.destroy());
    request.pipe(passed);
  };
}

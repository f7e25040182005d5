import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import type { Fault } from './Fault';
import { Link } from './Link';

/** Stands between a client and a server and breaks what passes, on demand. */
export interface FaultProxy {
  /** To be used in place of the target's; the scheme is the target's. */
  readonly url: string;
  /** Connections that clients opened so far, and those open now. */
  readonly connections: { readonly opened: number; readonly open: number };
  /** What goes wrong from now on; nothing does when left out. */
  set(fault?: Fault): Promise<void>;
  /** Resets every open connection. */
  cut(): void;
  stop(): Promise<void>;
}

/**
 * Starts a proxy on a free port of loopback. It passes bytes on, so that TLS
 * goes through it unread.
 * @param target - address of the server, `http://…` or `https://…` with its port
 */
export async function startFaultProxy(target: string): Promise<FaultProxy> {
  const { protocol, hostname, port } = new URL(target);
  const links = new Set<Link>();
  let fault: Fault | undefined;
  let opened = 0;
  const accept = (client: Socket) => {
    opened++;
    const link = new Link(client, connect(Number(port), hostname), fault);
    links.add(link);
    client.once('close', () => links.delete(link));
  };
  const server = createServer(accept);
  const own = await listen(server, 0);
  const cut = () => links.forEach(link => link.reset());
  return {
    url: `${protocol}//127.0.0.1:${own}`,
    connections: {
      get opened() {
        return opened;
      },
      get open() {
        return links.size;
      },
    },
    cut,
    async set(next) {
      fault = next;
      const refuses = next?.kind === 'refuse';
      if (refuses && server.listening) server.close();
      if (refuses) cut();
      if (!refuses && !server.listening) await listen(server, own);
      links.forEach(link => link.suffer(next));
    },
    async stop() {
      if (server.listening) server.close();
      cut();
    },
  };
}

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) {
    throw new Error('the proxy has no port');
  }
  return address.port;
}

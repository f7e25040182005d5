import { connect, createServer, type Socket } from 'node:net';

/** Passes bytes on to a server, or keeps its answers back. */
export interface SlowProxy {
  url: string;
  /** From now on, nothing that the server answers arrives. */
  hold(): void;
  /** What was kept back arrives, and all that follows. */
  release(): void;
  stop(): Promise<void>;
}

/** Stands before a server on plain HTTP as one that can be slow without end. */
export async function startSlowProxy(target: string): Promise<SlowProxy> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  const answers = new Set<Socket>();
  let isHeld = false;
  const proxy = createServer(client => {
    const server = connect(Number(port), hostname);
    server.on('data', chunk => client.write(chunk));
    client.pipe(server);
    answers.add(server);
    if (isHeld) server.pause();
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        client.destroy();
        server.destroy();
        sockets.delete(socket);
        answers.delete(server);
      });
    }
  });
  await new Promise<void>(resolve => {
    proxy.listen(0, '127.0.0.1', resolve);
  });
  const address = proxy.address();
  const own = typeof address === 'object' ? address?.port : undefined;
  return {
    url: `http://127.0.0.1:${own}`,
    hold: () => {
      isHeld = true;
      answers.forEach(socket => socket.pause());
    },
    release: () => {
      isHeld = false;
      answers.forEach(socket => socket.resume());
    },
    stop: () =>
      new Promise<void>(resolve => {
        proxy.close(() => resolve());
        sockets.forEach(socket => socket.destroy());
      }),
  };
}

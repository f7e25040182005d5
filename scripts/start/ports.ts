import { createServer } from 'node:net';

/** Throws, naming the switch, when somebody listens on one of the ports. */
export async function requireFreePorts(
  ports: Record<string, number>,
): Promise<void> {
  for (const [name, port] of Object.entries(ports)) {
    if (await isFree(port)) continue;
    throw new Error(
      `Port ${port} is taken. End what listens there, or choose another: npm start -- --${name}-port NUMBER`,
    );
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

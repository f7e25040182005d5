import { createServer, type AddressInfo } from 'node:net';

/** As many ports as asked for that nobody listens on now. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise<ReturnType<typeof createServer>>((resolve, reject) => {
          const server = createServer();
          server.once('error', reject);
          server.listen(0, '127.0.0.1', () => resolve(server));
        }),
    ),
  );
  return Promise.all(
    servers.map(
      server =>
        new Promise<number>(resolve => {
          const address = server.address();
          const port = isAddressInfo(address) ? address.port : 0;
          server.close(() => resolve(port));
        }),
    ),
  );
}

function isAddressInfo(
  address: ReturnType<ReturnType<typeof createServer>['address']>,
): address is AddressInfo {
  return typeof address === 'object' && address !== null;
}

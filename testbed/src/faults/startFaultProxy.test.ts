import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { startFaultProxy, type FaultProxy } from './startFaultProxy';

const TEXT = 'x'.repeat(2000);

let server: Server;
let proxy: FaultProxy;
beforeEach(async () => {
  server = createServer((_, response) => response.end(TEXT));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  proxy = await startFaultProxy(`http://127.0.0.1:${port}`);
});
afterEach(async () => {
  await proxy.stop();
  server.close();
  server.closeAllConnections();
});

const read = async (within = 5000) => {
  const signal = AbortSignal.timeout(within);
  return (await fetch(proxy.url, { signal })).text();
};
const isReset = { cause: { code: expect.stringMatching(/ECONNRESET|SOCKET/) } };

it('passes on what is asked and answered', async () => {
  expect(await read()).toBe(TEXT);
  expect(proxy.connections).toEqual({ opened: 1, open: 1 });
});

it('is late', async () => {
  await read();
  await proxy.set({ kind: 'delay', milliseconds: 200 });
  await expect(read(100)).rejects.toThrow('timeout');
  expect(await read()).toBe(TEXT);
});

it('passes nothing, and later all that was sent', async () => {
  await proxy.set({ kind: 'hang' });
  await expect(read(100)).rejects.toThrow('timeout');
  const late = read();
  await new Promise(resolve => setTimeout(resolve, 100));
  await proxy.set();
  expect(await late).toBe(TEXT);
});

it('refuses, and takes connections at the same address again', async () => {
  await read();
  await proxy.set({ kind: 'refuse' });
  await expect(read()).rejects.toMatchObject({
    cause: { code: expect.stringMatching(/ECONNREFUSED|ECONNRESET/) },
  });
  await expect(read()).rejects.toMatchObject({
    cause: { code: 'ECONNREFUSED' },
  });
  await proxy.set();
  expect(await read()).toBe(TEXT);
});

it('lets few bytes pass in a second', async () => {
  await proxy.set({ kind: 'slow', bytesPerSecond: 1000 });
  await expect(read(500)).rejects.toThrow();
  await proxy.set();
  expect(await read()).toBe(TEXT);
});

it('cuts an answer short', async () => {
  await proxy.set({ kind: 'cut', afterBytes: 1000 });
  await expect(read()).rejects.toThrow('terminated');
});

it('cuts what is open', async () => {
  await proxy.set({ kind: 'hang' });
  const waiting = read();
  waiting.catch(() => {});
  await new Promise(resolve => setTimeout(resolve, 50));
  proxy.cut();
  await expect(waiting).rejects.toMatchObject(isReset);
});

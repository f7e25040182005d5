import { sendJson } from '../network/__testUtils__/startServer';
import {
  addedLine,
  FaultyServers,
  isWatch,
  listOf,
} from './__testUtils__/FaultyServers';

// The first test waits for the client to be loaded.
jest.setTimeout(60_000);

const EVENTS = 1_000;
const BYTES_EACH = 100_000;
const MEGABYTE = 1_000_000;

describe('a watch whose events nobody takes', () => {
  const faulty = new FaultyServers();
  afterEach(() => faulty.stop());

  it('holds the server up, keeps little, and loses nothing', async () => {
    let sent = 0;
    const data = { filler: 'x'.repeat(BYTES_EACH) };
    const { reader } = await faulty.cluster((request, response) => {
      if (!isWatch(request)) {
        sendJson(response, 200, listOf([]));
        return;
      }
      response.writeHead(200);
      const more = () => {
        if (sent === EVENTS || response.destroyed) return;
        sent++;
        response.write(addedLine(`of-many-${sent}`, 10 + sent, data), more);
      };
      more();
    });
    const stop = new AbortController();
    const { signal } = stop;
    const names = new Set<string>();
    let keptAtMost = Infinity;
    let sentAtMost = Infinity;
    const sentSoFar = () => sent;
    for await (const event of reader.watch('ConfigMap', { signal })) {
      if (event.type !== 'changed') continue;
      if (names.size === 0) {
        const before = memory();
        await stillness(sentSoFar);
        keptAtMost = memory() - before;
        sentAtMost = sent * BYTES_EACH;
      }
      names.add(event.object.meta.name);
      if (names.size === EVENTS) stop.abort();
    }
    expect(names.size).toBe(EVENTS);
    // The system's buffers of both sockets hold some, too.
    expect(sentAtMost).toBeLessThan(25 * MEGABYTE);
    expect(keptAtMost).toBeLessThan(50 * MEGABYTE);
  });
});

/** The server and its watcher are both in this process. */
function memory(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Waits until a figure does not grow any more. */
async function stillness(figure: () => number): Promise<void> {
  for (let before = -1; before !== figure();) {
    before = figure();
    await new Promise(resolve => {
      setTimeout(resolve, 300);
    });
  }
}

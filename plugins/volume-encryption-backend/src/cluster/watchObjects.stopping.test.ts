import type { ServerResponse } from 'node:http';
import { sendJson, type Received } from '../network/__testUtils__/startServer';
import {
  addedLine,
  FaultyServers,
  isWatch,
  listOf,
} from './__testUtils__/FaultyServers';

// The first test waits for the client to be loaded.
jest.setTimeout(60_000);

const hang = () => {};
const list = (response: ServerResponse) =>
  sendJson(response, 200, listOf(['listed']));

describe('stopping a watch', () => {
  const faulty = new FaultyServers();
  let stop: AbortController;
  beforeEach(() => {
    stop = new AbortController();
  });
  afterEach(() => faulty.stop());

  /** Never again, after it was told to stop, does it ask or tell anything. */
  it.each<[string, (request: Received, response: ServerResponse) => void]>([
    ['before anything is answered', () => stop.abort()],
    [
      'in the middle of a list',
      (_, response) => {
        response.write('{"kind":"ConfigMapList",', () => stop.abort());
      },
    ],
    [
      'between two pages of a list',
      (_, response) => {
        sendJson(response, 200, listOf(['first'], { continue: 'more' }));
        stop.abort();
      },
    ],
    [
      'before the watch is answered',
      (request, response) => {
        if (isWatch(request)) stop.abort();
        else list(response);
      },
    ],
    [
      'in the middle of an event',
      (request, response) => {
        if (!isWatch(request)) list(response);
        else response.write('{"type":"ADDED",', () => stop.abort());
      },
    ],
    [
      'while it waits to try again',
      (_, response) => {
        sendJson(response, 500, { kind: 'Status' });
        setTimeout(() => stop.abort(), 50);
      },
    ],
  ])('%s', async (_, answering) => {
    const { reader, server } = await faulty.cluster(answering);
    let requestsAtEnd = Infinity;
    stop.signal.addEventListener('abort', () => {
      requestsAtEnd = server.requests.length;
    });
    const { signal } = stop;
    const late: string[] = [];
    for await (const event of reader.watch('ConfigMap', { signal })) {
      if (signal.aborted) late.push(event.type);
    }
    expect(signal.aborted).toBe(true);
    expect(late).toEqual([]);
    expect(server.requests).toHaveLength(requestsAtEnd);
  });

  it('closes the connection though an event is not taken yet', async () => {
    const closed = new Promise<void>(resolve => {
      void faulty
        .cluster((request, response) => {
          if (!isWatch(request)) {
            list(response);
            return;
          }
          response.on('close', resolve);
          response.write(addedLine('one', 11) + addedLine('two', 12));
        })
        .then(async ({ reader }) => {
          const { signal } = stop;
          const watch = reader.watch('ConfigMap', { signal });
          const events = watch[Symbol.asyncIterator]();
          for (let told = ''; told !== 'changed';) {
            told = (await events.next()).value.type;
          }
          stop.abort();
        });
    });
    await expect(closed).resolves.toBeUndefined();
  });

  it('tells nothing, and asks nothing, when it was stopped before', async () => {
    const { reader, server } = await faulty.cluster(hang);
    stop.abort();
    const { signal } = stop;
    const told: string[] = [];
    for await (const { type } of reader.watch('ConfigMap', { signal })) {
      told.push(type);
    }
    expect(told).toEqual([]);
    expect(server.requests).toEqual([]);
  });
});

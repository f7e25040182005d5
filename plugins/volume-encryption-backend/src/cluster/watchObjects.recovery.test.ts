import type { ServerResponse } from 'node:http';
import { sendJson } from '../network/__testUtils__/startServer';
import {
  addedLine,
  FaultyServers,
  isWatch,
  listOf,
} from './__testUtils__/FaultyServers';
import { Backoff, type WatchTiming } from './WatchTiming';

// The first test waits for the client to be loaded.
jest.setTimeout(60_000);

describe('a watch that nothing comes of', () => {
  const faulty = new FaultyServers();
  afterEach(async () => {
    jest.restoreAllMocks();
    await faulty.stop();
  });

  /** Watches until `last` of what was asked; the answers are to the watches. */
  async function watchUntil(
    last: (asked: string[]) => boolean,
    watches: ((response: ServerResponse) => void)[],
    timing: Partial<WatchTiming>,
  ): Promise<string[]> {
    const stop = new AbortController();
    const asked: string[] = [];
    const { reader } = await faulty.cluster(
      (request, response) => {
        asked.push(isWatch(request) ? 'watch' : 'list');
        if (!isWatch(request)) sendJson(response, 200, listOf(['listed']));
        else {
          response.writeHead(200).flushHeaders();
          watches[Math.min(asked.length - 2, watches.length - 1)](response);
        }
        if (last(asked)) stop.abort();
      },
      { timing: { firstDelayMs: 10, random: () => 1, ...timing } },
    );
    const { signal } = stop;
    for await (const { type } of reader.watch('ConfigMap', { signal })) {
      if (type === 'failed' && signal.aborted) throw new Error('told late');
    }
    return asked;
  }

  it('is listed anew after three silences, as after a restore', async () => {
    const thrice = ['watch', 'watch', 'watch'];
    const asked = await watchUntil(
      all => all.filter(it => it === 'list').length === 3,
      [() => {}],
      { silenceMs: 20, longestDelayMs: 20 },
    );
    expect(asked).toEqual(['list', ...thrice, 'list', ...thrice, 'list']);
  });

  it('is not listed anew when something comes between', async () => {
    const asked = await watchUntil(
      all => all.length === 6,
      [
        () => {},
        () => {},
        response => response.write(addedLine('one', 11)),
        () => {},
      ],
      { silenceMs: 20, longestDelayMs: 20 },
    );
    expect(asked).toEqual(['list', ...Array(5).fill('watch')]);
  });

  it('is tried again soon when it was denied, as by a server that starts', async () => {
    const waits = jest.spyOn(Backoff.prototype, 'next');
    const forbidden = { kind: 'Status', code: 403, reason: 'Forbidden' };
    const line = JSON.stringify({ type: 'ERROR', object: forbidden });
    await watchUntil(
      all => all.length === 3,
      [response => response.end(`${line}\n`), () => {}],
      { longestDelayMs: 30_000 },
    );
    expect(waits.mock.results[0].value).toBe(10);
  });

  it('is well again when it lasted, and so waits but shortly', async () => {
    const waits = jest.spyOn(Backoff.prototype, 'next');
    const lose = (response: ServerResponse) => response.destroy();
    const lastAndLose = (response: ServerResponse) => {
      setTimeout(lose, 1_200, response);
    };
    await watchUntil(
      all => all.length === 6,
      [lose, lose, lastAndLose, lose, lose],
      { longestDelayMs: 1_000 },
    );
    const milliseconds = waits.mock.results.map(it => it.value);
    expect(milliseconds.slice(0, 3)).toEqual([10, 20, 10]);
  });
});

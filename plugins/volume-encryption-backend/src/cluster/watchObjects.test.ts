import type { ServerResponse } from 'node:http';
import type { ObjectMeta } from 'backstage-plugin-volume-encryption-common';
import type { WatchEvent } from 'backstage-plugin-volume-encryption-node';
import {
  sendJson,
  startServer,
  type TestServer,
} from '../network/__testUtils__/startServer';
import { textAt } from '../network/valueAt';
import { createCluster } from './createCluster';

type Event = WatchEvent<'ConfigMap'>;

const object = (name: string, resourceVersion: string) => ({
  kind: 'ConfigMap',
  apiVersion: 'v1',
  metadata: {
    name,
    namespace: 'a',
    resourceVersion,
    creationTimestamp: '2026-01-01T00:00:00Z',
  },
});
const line = (type: string, about: object) =>
  `${JSON.stringify({ type, object: about })}\n`;
const expired = { kind: 'Status', code: 410, reason: 'Expired' };

/** Each entry answers one watch request; the last one also all that follow. */
type Watches = ((response: ServerResponse) => void)[];

// The first test waits for the client to be loaded.
jest.setTimeout(60_000);

describe('a watch', () => {
  let server: TestServer;
  let stop: AbortController;
  /** Which requests came: `list`, or the resourceVersion a watch began at. */
  let asked: string[];
  let listStatus: number;

  beforeEach(() => {
    stop = new AbortController();
    asked = [];
    listStatus = 200;
  });
  afterEach(async () => {
    stop.abort();
    await server.stop();
  });

  async function watchOn(
    watches: Watches,
    { silenceMs = 60_000 } = {},
  ): Promise<AsyncIterable<Event>> {
    server = await startServer(({ path }, response) => {
      const query = new URL(path, 'http://any').searchParams;
      if (!query.has('watch')) {
        asked.push('list');
        sendJson(response, listStatus, {
          kind: listStatus === 200 ? 'ConfigMapList' : 'Status',
          metadata: { resourceVersion: '10' },
          items: [object('listed', '9')],
        });
        return;
      }
      asked.push(query.get('resourceVersion') ?? '');
      response.writeHead(200);
      response.flushHeaders();
      const watch = watches.length > 1 ? watches.shift() : watches[0];
      watch?.(response);
    });
    const config = {
      name: 'watched',
      connection: {
        kind: 'url' as const,
        url: server.url,
        token: 'any',
        skipTlsVerify: false,
      },
      csiNamespace: 'rook-ceph',
      timeoutMs: 5_000,
      maxConnections: 16,
    };
    const delays = { firstDelayMs: 1, longestDelayMs: 5, random: () => 1 };
    const { reader } = createCluster(config, { silenceMs, ...delays });
    return reader.watch('ConfigMap', { signal: stop.signal });
  }

  /** Events until one, of which `last` says so, as short texts. */
  async function eventsOf(
    watch: AsyncIterable<Event>,
    last: (seen: string[]) => boolean,
  ): Promise<string[]> {
    const seen: string[] = [];
    for await (const event of watch) {
      seen.push(textOf(event));
      if (last(seen)) stop.abort();
    }
    return seen;
  }
  const until = (text: string) => (seen: string[]) => seen.at(-1) === text;
  const hang = () => {};

  it('goes on where it was when the server ends it', async () => {
    const watch = await watchOn([
      response => response.end(line('ADDED', object('x', '11'))),
      response => response.write(line('MODIFIED', object('x', '12'))),
    ]);
    expect(await eventsOf(watch, until('changed x 12'))).toEqual([
      'replaced listed 9',
      'alive',
      'changed x 11',
      'alive',
      'changed x 12',
    ]);
    expect(asked).toEqual(['list', '10', '11']);
  });

  it('asks for bookmarks, and goes on from them', async () => {
    const bookmark = { ...object('', '15') };
    const watch = await watchOn([
      response => response.end(line('BOOKMARK', bookmark)),
      response => response.write(line('DELETED', object('x', '16'))),
    ]);
    const seen = await eventsOf(watch, until('deleted x 16'));
    expect(seen.filter(it => it === 'alive')).toHaveLength(3);
    expect(asked).toEqual(['list', '10', '15']);
    expect(server.requests[1].path).toContain('allowWatchBookmarks=true');
  });

  it.each([
    ['its position is too old', line('ERROR', expired)],
    ['a line cannot be read', '{"type":"ADDED","obj\n'],
    ['an event has no position', line('ADDED', { kind: 'ConfigMap' })],
  ])('lists anew when %s', async (_, text) => {
    const watch = await watchOn([response => response.write(text), hang]);
    const twice = (seen: string[]) =>
      seen.filter(it => it.startsWith('replaced')).length === 2;
    const seen = await eventsOf(watch, twice);
    expect(seen).not.toContain('failed');
    expect(asked.slice(0, 3)).toEqual(['list', '10', 'list']);
  });

  it('tells a lost connection, and goes on where it was', async () => {
    const watch = await watchOn([
      response =>
        response.write(line('ADDED', object('x', '11')), () =>
          response.destroy(),
        ),
      response => response.write(line('ADDED', object('y', '12'))),
    ]);
    const seen = await eventsOf(watch, until('changed y 12'));
    expect(seen).toContain('failed cluster-unreachable');
    expect(asked).toEqual(['list', '10', '11']);
  });

  it('lists anew when its position fails again and again', async () => {
    const wrong = { kind: 'Status', code: 504, reason: 'Timeout' };
    const watch = await watchOn([
      response => response.end(line('ERROR', wrong)),
    ]);
    const again = () => asked.filter(it => it === 'list').length === 2;
    const seen = await eventsOf(watch, again);
    expect(seen).toContain('failed cluster-unreachable');
  });

  it('tells that the list fails, and gets well by itself', async () => {
    const watch = await watchOn([hang]);
    listStatus = 500;
    const seen = await eventsOf(watch, all => {
      listStatus = 200;
      return all.at(-1) === 'alive';
    });
    expect(seen).toEqual([
      'failed cluster-unreachable',
      'replaced listed 9',
      'alive',
    ]);
  });

  it('connects again after silence, without a word of failure', async () => {
    const watch = await watchOn([hang], { silenceMs: 20 });
    const thrice = (seen: string[]) =>
      seen.filter(it => it === 'alive').length === 3;
    const seen = await eventsOf(watch, thrice);
    expect(seen).toEqual(['replaced listed 9', 'alive', 'alive', 'alive']);
    expect(asked).toEqual(['list', '10', '10', '10']);
  });

  it('is over at once when it is stopped before the answer', async () => {
    server = await startServer(() => stop.abort());
    const { reader } = createCluster({
      name: 'watched',
      connection: { kind: 'url', url: server.url, skipTlsVerify: false },
      csiNamespace: 'rook-ceph',
      timeoutMs: 5_000,
      maxConnections: 16,
    });
    const { signal } = stop;
    const seen: Event[] = [];
    for await (const event of reader.watch('ConfigMap', { signal })) {
      seen.push(event);
    }
    expect(seen).toEqual([]);
  });

  it('stays stopped, and closes its connection', async () => {
    let closed = () => {};
    const closing = new Promise<void>(resolve => {
      closed = resolve;
    });
    const watch = await watchOn([
      response => {
        response.on('close', closed);
        const many = ['x', 'y', 'z'].map(it => line('ADDED', object(it, '11')));
        response.write(many.join(''));
      },
    ]);
    const seen = await eventsOf(watch, until('changed x 11'));
    await closing;
    expect(seen.at(-1)).toBe('changed x 11');
    expect(asked).toEqual(['list', '10']);
  });

  it('closes its connection when nobody takes events any more', async () => {
    let closed = () => {};
    const closing = new Promise<void>(resolve => {
      closed = resolve;
    });
    const watch = await watchOn([
      response => {
        response.on('close', closed);
        response.write(line('ADDED', object('x', '11')));
      },
    ]);
    for await (const event of watch) if (event.type === 'changed') break;
    await closing;
    expect(asked).toEqual(['list', '10']);
  });

  it('does not keep an endless line in memory', async () => {
    let written = 0;
    const watch = await watchOn([
      response => {
        const more = () => {
          if (response.destroyed || written++ > 100) return;
          response.write(Buffer.alloc(1024 * 1024, ' '), more);
        };
        more();
      },
      hang,
    ]);
    await eventsOf(watch, until('failed cluster-unreachable'));
    expect(written).toBeLessThan(50);
  });
});

function textOf(event: Event): string {
  switch (event.type) {
    case 'replaced':
      return ['replaced', ...event.objects.map(nameOf)].join(' ');
    case 'failed':
      return `failed ${textAt(event.error, 'code')}`;
    case 'alive':
      return 'alive';
    default:
      return `${event.type} ${nameOf(event.object)}`;
  }
}

function nameOf({ meta }: { meta: ObjectMeta }): string {
  return `${meta.name} ${meta.resourceVersion}`;
}

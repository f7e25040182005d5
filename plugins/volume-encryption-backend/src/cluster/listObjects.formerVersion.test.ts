import { sendJson } from '../network/__testUtils__/startServer';
import { FaultyServers, namedObject } from './__testUtils__/FaultyServers';

// The first test waits for the client to be loaded.
jest.setTimeout(60_000);

const faulty = new FaultyServers();
afterEach(() => faulty.stop());

/** A cluster that serves the volumes of Longhorn by these versions only. */
async function withLonghorn(...versions: string[]) {
  const { reader } = await faulty.cluster(({ path }, response) => {
    const version = versions.find(it => path.includes(`/longhorn.io/${it}/`));
    if (!version) {
      response.writeHead(404);
      response.end('404 page not found\n');
      return;
    }
    sendJson(response, 200, {
      kind: 'VolumeList',
      apiVersion: `longhorn.io/${version}`,
      metadata: { resourceVersion: '7' },
      items: [{ ...namedObject(version), spec: { encrypted: true } }],
    });
  });
  return reader;
}

it.each([
  [['v1beta1', 'v1beta2'], 'v1beta2'],
  [['v1beta1'], 'v1beta1'],
])('of the versions %j of Longhorn lists %s', async (served, listed) => {
  const reader = await withLonghorn(...served);
  expect(await reader.list('LonghornVolume', {})).toMatchObject([
    { meta: { name: listed }, encrypted: true },
  ]);
});

it('says which one is missing where there is none', async () => {
  const reader = await withLonghorn();
  await expect(reader.list('LonghornVolume', {})).rejects.toMatchObject({
    code: 'not-found',
    message: expect.stringContaining('install Longhorn'),
  });
});

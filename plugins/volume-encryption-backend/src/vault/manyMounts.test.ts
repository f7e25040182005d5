import {
  sendJson,
  startServer,
  type TestServer,
} from '../network/__testUtils__/startServer';
import { kmsAt } from './__testUtils__/FaultyVaults';

let server: TestServer;
beforeAll(async () => {
  server = await startServer((_, response) =>
    sendJson(response, 200, { data: mounts(5000) }),
  );
});
afterAll(() => server.stop());

function mounts(count: number): Record<string, unknown> {
  const one = {
    type: 'kv',
    options: { version: '2' },
    config: { default_lease_ttl: 0, max_lease_ttl: 0, force_no_cache: false },
    description: 'Volume keys of a tenant',
    accessor: 'kv_1b2c3d4e',
    uuid: 'b0f2e8f4-6a0c-4f1d-9c57-0c4f1d9c57aa',
  };
  return Object.fromEntries(
    Array.from({ length: count }, (_, i) => [`csi/prod.team-${i}/`, one]),
  );
}

it('finds one mount among 5,000', async () => {
  const kms = kmsAt(server);
  expect(await kms.readMount('csi/prod.team-4999', {})).toEqual({
    type: 'kv',
    version: '2',
  });
  expect(await kms.readMount('csi/prod.team-5000', {})).toBeUndefined();
  expect(await kms.listMounts({})).toHaveLength(5000);
});

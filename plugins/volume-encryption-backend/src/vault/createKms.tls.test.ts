import { createAuthority } from 'testbed';
import { describeTls } from '../network/__testUtils__/describeTls';
import { sendJson } from '../network/__testUtils__/startServer';
import { FaultyVaults, kmsAt } from './__testUtils__/FaultyVaults';

describe('a Vault', () => {
  const vaults = new FaultyVaults();
  const environment = { ...process.env };
  afterEach(async () => {
    process.env = { ...environment };
    await vaults.stop();
  });

  describeTls({
    answer: { data: { current_version: 0, versions: {} } },
    code: 'kms-unreachable',
    client: ({ url, ...tls }) => {
      const kms = kmsAt({ url }, tls);
      return () => kms.describeKey({ mount: 'csi/a.b', name: 'key' }, {});
    },
  });

  it('is not trusted without, whatever the environment allows', async () => {
    process.env.VAULT_SKIP_VERIFY = 'true';
    const server = await vaults.start(
      (_, response) => sendJson(response, 200, { initialized: true }),
      createAuthority('of the test').issue({ hosts: ['127.0.0.1'] }),
    );
    expect(await kmsAt(server).health({})).toMatchObject({
      state: 'unreachable',
      message: expect.stringContaining('not trusted'),
    });
  });
});

import './__testUtils__/debugEverything';
import nodeVault from 'node-vault';
import { sendJson } from '../network/__testUtils__/startServer';
import { CANARY, FaultyVaults } from './__testUtils__/FaultyVaults';

describe('with DEBUG=*', () => {
  const vaults = new FaultyVaults();
  let written: string;
  beforeEach(() => {
    written = '';
    const note = (text: unknown) => {
      written += text;
      return true;
    };
    jest.spyOn(process.stderr, 'write').mockImplementation(note);
    jest.spyOn(process.stdout, 'write').mockImplementation(note);
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await vaults.stop();
  });

  it('no token or body is logged', async () => {
    const { kms } = await vaults.kms((_, response) =>
      sendJson(response, 200, { data: { canary: 'answered' } }),
    );
    await kms.tokens.lookup('canary-of-an-accessor', {});
    await kms.ensureMount('csi/a.b', {});
    expect(written).not.toContain('canary');
  });

  it('node-vault itself still logs bodies and tokens (9)', async () => {
    const { url } = await vaults.start((_, response) =>
      sendJson(response, 200, {}),
    );
    const vault = nodeVault({ endpoint: url, token: CANARY });
    await vault.write('any', { key: 'canary-of-a-share' });
    expect(written).toContain('canary-of-a-share');
    expect(written).toContain(CANARY);
  });
});

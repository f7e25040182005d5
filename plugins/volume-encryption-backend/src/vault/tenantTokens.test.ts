import { sendJson } from '../network/__testUtils__/startServer';
import { FaultyVaults } from './__testUtils__/FaultyVaults';

describe('a renewal that Vault refuses', () => {
  const vaults = new FaultyVaults();
  afterEach(() => vaults.stop());
  const renewed = async (status: number, text: string) => {
    const { kms } = await vaults.kms((_, response) =>
      sendJson(response, status, { errors: [text] }),
    );
    return kms.tokens.renew('accessor', {});
  };

  it.each(['past the max TTL, cannot renew', 'lease is not renewable'])(
    'because of "%s" says that another token is needed',
    async text => {
      expect(await renewed(400, text)).toBe('not-renewable');
    },
  );

  it('because it knows no such token says so', async () => {
    expect(await renewed(400, 'invalid accessor')).toBeUndefined();
  });

  it('for any other reason is a failure', async () => {
    await expect(renewed(400, 'something else')).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });
});

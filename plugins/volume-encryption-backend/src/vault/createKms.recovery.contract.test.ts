import { connect, startSandbox, type Sandbox } from 'sandbox';
import { createPortalIdentity, describeOnOwnTestbed } from 'testbed';
import { describeSealing } from './__testUtils__/describeSealing';
import { configFor } from './__testUtils__/VaultUnderTest';
import { createKms } from './createKms';

jest.setTimeout(60_000);

describe('a Vault that is sealed, in the sandbox', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ seed: true });
  });
  afterAll(() => sandbox.stop());

  describeSealing(() => {
    const { url, rootToken, portalToken, unsealKeys } = sandbox.vault;
    const send = connect({ url, headers: { 'x-vault-token': rootToken } });
    return {
      ...{ url, rootToken, portalToken },
      seal: async () => {
        await send('POST', '/v1/sys/seal');
      },
      unseal: async () => {
        for (const key of unsealKeys) {
          await send('POST', '/v1/sys/unseal', { key });
        }
      },
    };
  });
});

describeOnOwnTestbed('a Vault that fails, on real servers', testbed => {
  let portalToken: string;
  beforeAll(async () => {
    portalToken = (await createPortalIdentity(testbed())).vaultToken;
  });
  const vault = () => {
    const { vaultAddr: url, rootToken, controls } = testbed();
    return { url, rootToken, portalToken, ...controls.vault };
  };

  describeSealing(vault);

  it('names its only node', async () => {
    const { peers } = await createKms(configFor(vault())).health({});
    expect(peers).toMatchObject([{ leader: true, voter: true }]);
  });

  it('says that it is gone, and is asked again when it is back', async () => {
    const kms = createKms(configFor(vault()));
    await kms.readMount('csi/contract.any', {});
    await vault().stop();
    expect(await kms.health({})).toMatchObject({ state: 'unreachable' });
    await vault().start();
    expect(await kms.health({})).toMatchObject({ state: 'sealed' });
    await vault().unseal();
    expect(await kms.readMount('csi/contract.any', {})).toBeUndefined();
  });
});

// One suite for several servers.
/* eslint-disable jest/no-export */

import { textAt } from '../../network/valueAt';
import { createKms } from '../createKms';
import { askVault, unique } from './administrate';
import { serviceAccountToken } from './serviceAccounts';
import { configFor, type VaultWithCluster } from './VaultUnderTest';

/** That the tenants' policies keep them apart, on every Vault. */
export function describeIsolation(vault: () => VaultWithCluster): void {
  describe('tenants', () => {
    const [home, other] = [unique('home'), unique('other')];
    const ownKey = `csi/contract.${home}/data/key`;
    const data = { passphrase: 'of a test' };
    beforeAll(async () => {
      const ids = [`contract.${home}`, `contract.${other}`, `dev.${home}`];
      for (const id of ids) {
        await createKms(configFor(vault())).ensureMount(`csi/${id}`, {});
      }
    });

    const loggedIn = async () => {
      const jwt = await serviceAccountToken(vault(), { namespace: home });
      const body = { role: 'csi-tenant', jwt };
      const login = 'auth/kubernetes/login';
      const answer = await askVault(vault())('POST', login, body);
      return textAt(answer.body, 'auth', 'client_token') ?? '';
    };
    const minted = async () => {
      const { tokens } = createKms(configFor(vault()));
      const request = { tenantId: `contract.${home}`, meta: {} };
      return (await tokens.mint(request, {})).token.reveal();
    };

    describe.each([
      ['a ServiceAccount', loggedIn],
      ['a minted token', minted],
    ])('with %s', (_, credential) => {
      let ask: ReturnType<typeof askVault>;
      beforeAll(async () => {
        ask = askVault(vault(), await credential());
      });
      const statusOf = async (...call: Parameters<typeof ask>) =>
        (await ask(...call)).status;

      it('write, read and delete their own keys', async () => {
        expect(await statusOf('POST', ownKey, { data })).toBe(200);
        expect(await statusOf('GET', ownKey)).toBe(200);
        const metadata = ownKey.replace('/data/', '/metadata/');
        expect(await statusOf('GET', metadata)).toBe(200);
        expect(await statusOf('DELETE', metadata)).toBe(204);
      });

      it.each([
        ['of another tenant', `contract.${other}`],
        ['of the same namespace of another cluster', `dev.${home}`],
        ['whose name begins like theirs', `contract.${home}2`],
      ])('reach no key %s', async (__, tenant) => {
        const key = `csi/${tenant}/data/key`;
        const metadata = `csi/${tenant}/metadata/key`;
        expect(await statusOf('POST', key, { data })).toBe(403);
        expect(await statusOf('GET', key)).toBe(403);
        expect(await statusOf('DELETE', key)).toBe(403);
        expect(await statusOf('GET', metadata)).toBe(403);
        expect(await statusOf('DELETE', metadata)).toBe(403);
      });

      it('see neither mounts nor a list of keys', async () => {
        expect(await statusOf('GET', 'sys/mounts')).toBe(403);
        const list = `csi/contract.${home}/metadata/?list=true`;
        expect(await statusOf('GET', list)).toBe(403);
      });
    });
  });
}

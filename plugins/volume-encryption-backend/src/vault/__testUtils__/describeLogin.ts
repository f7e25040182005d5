// One suite for several servers.
/* eslint-disable jest/no-export */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  allThatShows,
  rejectionOf,
} from '../../network/__testUtils__/allThatShows';
import { temporaryFolder } from '../../network/__testUtils__/temporaryFolder';
import { createKms } from '../createKms';
import { administrate, askVault, unique } from './administrate';
import {
  removeServiceAccount,
  serviceAccountToken,
  type Account,
} from './serviceAccounts';
import { configFor, type VaultWithCluster } from './VaultUnderTest';

const refusal = (status: number, text: string) => ({
  status,
  body: { errors: [text] },
});
const MISSING_ROLE = refusal(400, 'missing role');
const NONE = refusal(400, 'invalid role name "none"');
const NAME = refusal(403, 'service account name not authorized');
const NAMESPACE = refusal(403, 'namespace not authorized');
const DENIED = refusal(403, 'permission denied');

/** What every Vault must do for a portal that logs in by its ServiceAccount. */
export function describeLogin(vault: () => VaultWithCluster): void {
  describe('logging in by a ServiceAccount', () => {
    const tokenFile = join(temporaryFolder(), 'token');
    const kms = (role = 'csi-tenant', mountPath = 'kubernetes') =>
      createKms(
        configFor(vault(), {
          method: 'kubernetes',
          role,
          mountPath,
          tokenFile,
        }),
      );
    const tokenOf = (account: Partial<Account> = {}) =>
      serviceAccountToken(vault(), { namespace: unique('login'), ...account });
    const otherName = () => tokenOf({ name: 'other' });
    const noLabel = () => tokenOf({ labels: {} });
    const garbage = async () => 'canary.of.nobody';
    const forged = async () =>
      (await tokenOf()).replace(/[^.]*$/, Buffer.alloc(256).toString('hex'));
    const goneToken = async () => {
      const account = { namespace: unique('login') };
      const jwt = await serviceAccountToken(vault(), account);
      await removeServiceAccount(vault(), account);
      return jwt;
    };

    it('lets it ask what the role allows', async () => {
      const namespace = unique('login');
      const jwt = await serviceAccountToken(vault(), { namespace });
      writeFileSync(tokenFile, `${jwt}\n`);
      const mount = `csi/contract.${namespace}`;
      await createKms(configFor(vault())).ensureMount(mount, {});
      const data = { any: 'thing' };
      await administrate(vault())('POST', `${mount}/data/key`, { data });
      const key = { mount, name: 'key' };
      expect(await kms().describeKey(key, {})).toMatchObject({
        presence: 'present',
      });
    });

    it.each([
      { whose: 'of no role', token: tokenOf, role: '', said: MISSING_ROLE },
      { whose: 'of an unknown role', token: tokenOf, role: 'none', said: NONE },
      { whose: 'of another name', token: otherName, said: NAME },
      {
        whose: 'of a namespace without label',
        token: noLabel,
        said: NAMESPACE,
      },
      { whose: 'of an account that is gone', token: goneToken, said: DENIED },
      { whose: 'that is forged', token: forged, said: DENIED },
      { whose: 'that is none', token: garbage, said: DENIED },
    ])('lets nobody in with a token $whose', async refused => {
      const { token, role = 'csi-tenant', said } = refused;
      const jwt = await token();
      writeFileSync(tokenFile, jwt);
      const key = { mount: 'csi/contract.x', name: 'key' };
      const error = await rejectionOf(kms(role).describeKey(key, {}));
      expect(error).toMatchObject({
        code: 'kms-denied',
        field: 'auth',
        message: expect.stringContaining('auth/kubernetes'),
      });
      expect(allThatShows(error)).not.toContain(jwt);
      const login = 'auth/kubernetes/login';
      const answer = await askVault(vault())('POST', login, { role, jwt });
      expect(answer).toEqual(said);
    });

    it('says where no auth method is', async () => {
      writeFileSync(tokenFile, await tokenOf());
      const key = { mount: 'csi/contract.x', name: 'key' };
      await expect(
        kms('csi-tenant', 'nowhere').describeKey(key, {}),
      ).rejects.toMatchObject({
        code: 'kms-denied',
        message: expect.stringContaining('auth/nowhere'),
      });
    });
  });
}

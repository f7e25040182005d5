// One suite for several servers.
/* eslint-disable jest/no-export */

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  allThatShows,
  rejectionOf,
} from '../../network/__testUtils__/allThatShows';
import { createKms } from '../createKms';
import { administrate, askVault, unique } from './administrate';
import { removeServiceAccount, serviceAccountToken } from './serviceAccounts';
import { configFor, type VaultWithCluster } from './VaultUnderTest';

/** What every Vault must do for a portal that logs in by its ServiceAccount. */
export function describeLogin(vault: () => VaultWithCluster): void {
  describe('logging in by a ServiceAccount', () => {
    const tokenFile = join(mkdtempSync(join(tmpdir(), 'login-test-')), 'token');
    const kms = (role = 'csi-tenant', mountPath = 'kubernetes') =>
      createKms(
        configFor(vault(), {
          method: 'kubernetes',
          role,
          mountPath,
          tokenFile,
        }),
      );
    const forged = (jwt: string) =>
      jwt.replace(/[^.]*$/, Buffer.alloc(256, 'x').toString('base64url'));
    const tokenOf = (
      account: Omit<
        Parameters<typeof serviceAccountToken>[1],
        'namespace'
      > = {},
    ) =>
      serviceAccountToken(vault(), { namespace: unique('login'), ...account });

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

    it.each<[string, () => Promise<string>, string, string?]>([
      ['of a role that is not there', tokenOf, 'invalid role name', 'none'],
      ['of no role', tokenOf, 'missing role', ''],
      [
        'of another name',
        () => tokenOf({ name: 'other' }),
        'service account name not authorized',
      ],
      [
        'of a namespace without the label of tenants',
        () => tokenOf({ labels: {} }),
        'namespace not authorized',
      ],
      ['of an account that is gone', goneToken, 'permission denied'],
      [
        'that is forged',
        async () => forged(await tokenOf()),
        'permission denied',
      ],
      ['that is none', async () => 'canary.of.nobody', 'permission denied'],
    ])(
      'lets nobody in with a token %s',
      async (_, token, text, role = 'csi-tenant') => {
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
        expect(answer.status).toBe(text.includes(' role') ? 400 : 403);
        expect(answer.body).toEqual({
          errors: [expect.stringContaining(text)],
        });
      },
    );

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

// One suite for several servers.
/* eslint-disable jest/no-export */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { temporaryFolder } from '../../network/__testUtils__/temporaryFolder';
import { textAt } from '../../network/valueAt';
import { createKms } from '../createKms';
import { administrate, askVault, unique } from './administrate';
import { configFor, type VaultUnderTest } from './VaultUnderTest';

/** What every real Vault must do for a portal that logs in by AppRole. */
export function describeAppRole(vault: () => VaultUnderTest): void {
  describe('logging in by AppRole', () => {
    const mountPath = unique('approle');
    const role = `auth/${mountPath}/role/portal`;
    const folder = temporaryFolder();
    const secretIdFile = join(folder, 'secret-id');
    let roleId: string;
    const admin = (...call: Parameters<ReturnType<typeof administrate>>) =>
      administrate(vault())(...call);
    beforeAll(async () => {
      await admin('POST', `sys/auth/${mountPath}`, { type: 'approle' });
      await admin('POST', role, {
        token_policies: 'volume-encryption-portal',
        token_no_default_policy: true,
        token_ttl: '1s',
      });
      const shown = await admin('GET', `${role}/role-id`);
      roleId = textAt(shown, 'data', 'role_id') ?? '';
    });
    beforeEach(async () => {
      const made = await admin('POST', `${role}/secret-id`, {});
      writeFileSync(secretIdFile, `${textAt(made, 'data', 'secret_id')}\n`);
    });
    const asker = () => {
      const method = 'app-role' as const;
      const auth = { method, roleId, secretIdFile, mountPath };
      const kms = createKms(configFor(vault(), auth));
      return () => kms.readMount('csi/contract.none', {});
    };

    it('lets the portal ask, and again when its token has ended', async () => {
      const ask = asker();
      expect(await ask()).toBeUndefined();
      await sleep(1500);
      expect(await ask()).toBeUndefined();
    });

    it('lets nobody in with a wrong secret id', async () => {
      writeFileSync(secretIdFile, 'canary-of-nobody');
      await expect(asker()()).rejects.toMatchObject({
        code: 'kms-denied',
        field: 'auth',
        message: expect.not.stringContaining('canary'),
      });
      const body = { role_id: roleId, secret_id: 'canary-of-nobody' };
      const login = `auth/${mountPath}/login`;
      expect(await askVault(vault())('POST', login, body)).toEqual({
        status: 400,
        body: { errors: ['invalid role or secret ID'] },
      });
    });

    it('takes a secret id that was put in place of another', async () => {
      const ask = asker();
      const right = await admin('POST', `${role}/secret-id`, {});
      writeFileSync(secretIdFile, 'of-nobody');
      await expect(ask()).rejects.toMatchObject({ code: 'kms-denied' });
      writeFileSync(secretIdFile, textAt(right, 'data', 'secret_id') ?? '');
      expect(await ask()).toBeUndefined();
    });
  });
}

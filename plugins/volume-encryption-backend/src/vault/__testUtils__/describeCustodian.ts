// One suite for several servers.
/* eslint-disable jest/no-export */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KmsAuth } from '../../config/types';
import {
  allThatShows,
  rejectionOf,
} from '../../network/__testUtils__/allThatShows';
import { temporaryFolder } from '../../network/__testUtils__/temporaryFolder';
import { itemsAt } from '../../network/valueAt';
import { createKms } from '../createKms';
import { administrate, askVault, unique } from './administrate';
import { serviceAccountToken } from './serviceAccounts';
import { configFor, type VaultWithCluster } from './VaultUnderTest';

/** What every Vault must do for `KeyCustodian`. */
export function describeCustodian(vault: () => VaultWithCluster): void {
  describe('the custodian', () => {
    const given = (): KmsAuth => {
      return { method: 'token', token: vault().custodianToken };
    };
    const kmsWith = (custodianAuth: KmsAuth) =>
      createKms({ ...configFor(vault()), custodianAuth });
    const custodian = (auth = given()) => {
      const { custodian: found } = kmsWith(auth);
      if (!found) throw new Error('there is no custodian');
      return found;
    };
    const admin = (...call: Parameters<ReturnType<typeof administrate>>) =>
      administrate(vault())(...call);
    const presence = async (mount: string, name: string) =>
      (await kmsWith(given()).describeKey({ mount, name }, {})).presence;

    async function newMount(): Promise<string> {
      const mount = `csi/contract.${unique('shred')}`;
      await createKms(configFor(vault())).ensureMount(mount, {});
      return mount;
    }
    async function newKey(mount: string, name = unique('key')) {
      const data = { data: { passphrase: 'canary-of-a-key' } };
      await admin('POST', `${mount}/data/${name}`, { data });
      return { mount, name };
    }

    it('is absent unless it is configured', () => {
      expect(createKms(configFor(vault())).custodian).toBeUndefined();
    });

    it('destroys a key with all its versions, once', async () => {
      const mount = await newMount();
      const [key, other] = [await newKey(mount), await newKey(mount)];
      await newKey(mount, key.name);
      expect(await custodian().destroyKey(key, {})).toBe('destroyed');
      const left = await askVault(vault(), vault().rootToken)(
        'GET',
        `${mount}/data/${key.name}?version=1`,
      );
      expect(left).toEqual({ status: 404, body: { errors: [] } });
      expect(await custodian().destroyKey(key, {})).toBe('absent');
      expect(await presence(mount, other.name)).toBe('present');
    });

    it('destroys what was only deleted, so that it cannot be undeleted', async () => {
      const key = await newKey(await newMount(), 'ceph-csi/deep');
      await admin('DELETE', `${key.mount}/data/${key.name}`);
      expect(await presence(key.mount, key.name)).toBe('soft-deleted');
      expect(await custodian().destroyKey(key, {})).toBe('destroyed');
      expect(await presence(key.mount, key.name)).toBe('absent');
    });

    it.each(['key', 'folder/key'])(
      'removes no mount that has %s',
      async name => {
        const key = await newKey(await newMount(), name);
        await admin('DELETE', `${key.mount}/data/${name}`);
        const { removeMount, destroyKey } = custodian();
        await expect(removeMount(key.mount, {})).rejects.toMatchObject({
          code: 'in-use',
          field: 'mount',
        });
        await destroyKey(key, {});
        expect(await removeMount(key.mount, {})).toBe('deleted');
        expect(await removeMount(key.mount, {})).toBe('absent');
        expect(await destroyKey(key, {})).toBe('absent');
      },
    );

    it.each([
      ...['secret', 'csi', 'csi/', 'sys', 'csi/contract', 'csi/contract.a/b'],
      ...['csi/contract.a.b', 'csi/Contract.a', 'other/contract.a', ''],
      ...['csi/contract.*', 'csi/+', 'csi/../secret', 'csi/contract.a/'],
    ])('destroys nothing at %j', async mount => {
      const refused = { code: 'invalid-input' };
      const { destroyKey, removeMount } = custodian();
      await expect(removeMount(mount, {})).rejects.toMatchObject(refused);
      await expect(
        destroyKey({ mount, name: 'key' }, {}),
      ).rejects.toMatchObject(refused);
    });

    it.each(['', '..', 'a/../b', 'a//b', 'a\nb'])(
      'destroys no key named %j',
      async name => {
        const key = { mount: await newMount(), name };
        await expect(custodian().destroyKey(key, {})).rejects.toMatchObject({
          code: 'invalid-input',
          field: 'key name',
        });
      },
    );

    it('needs a credential of its own: the portal itself destroys nothing', async () => {
      const key = await newKey(await newMount());
      const { portalToken } = vault();
      const portal = custodian({ method: 'token', token: portalToken });
      const error = await rejectionOf(portal.destroyKey(key, {}));
      expect(error).toMatchObject({ code: 'kms-denied' });
      expect(allThatShows(error)).not.toContain(portalToken);
      const empty = await newMount();
      await expect(portal.removeMount(empty, {})).rejects.toMatchObject({
        code: 'kms-denied',
      });
      expect(await presence(key.mount, key.name)).toBe('present');
    });

    it('tells what its own credential may do, and not that of the portal', async () => {
      const key = 'csi/contract.probe/data/probe';
      const mount = 'sys/mounts/csi/contract.probe';
      const ask = (auth?: KmsAuth) =>
        custodian(auth).capabilities([mount, key], {});
      expect(Object.fromEntries(await ask())).toEqual({
        [mount]: ['delete'],
        [key]: ['deny'],
      });
      const root = { method: 'token' as const, token: vault().rootToken };
      expect((await ask(root)).get(key)).toEqual(['root']);
    });

    it('can read no key', async () => {
      const { mount, name } = await newKey(await newMount());
      const ask = askVault(vault(), vault().custodianToken);
      for (const path of [`${mount}/data/${name}`, 'sys/mounts', 'sys/auth']) {
        expect((await ask('GET', path)).status).toBe(403);
      }
    });

    describe('that logs in', () => {
      const tokenFile = join(temporaryFolder(), 'token');
      const role = 'csi-custodian';
      const auth = () => {
        const login = { role, mountPath: 'kubernetes', tokenFile };
        return { method: 'kubernetes' as const, ...login };
      };
      beforeAll(async () => {
        const namespace = unique('custodian');
        const name = 'portal';
        await admin('POST', `auth/kubernetes/role/${role}`, {
          bound_service_account_names: [name],
          bound_service_account_namespaces: [namespace],
          token_policies: [role],
          token_no_default_policy: true,
        });
        const account = { namespace, name };
        writeFileSync(tokenFile, await serviceAccountToken(vault(), account));
      });
      const countTokens = async () => {
        const path = 'auth/token/accessors?list=true';
        return itemsAt(await admin('GET', path), 'data', 'keys').length;
      };

      it('leaves no token behind, whatever came of it', async () => {
        const mount = await newMount();
        const keys = [await newKey(mount), await newKey(mount)];
        const before = await countTokens();
        const { destroyKey, removeMount, capabilities } = custodian(auth());
        await capabilities([mount], {});
        await expect(removeMount(mount, {})).rejects.toMatchObject({
          code: 'in-use',
        });
        const all = keys.map(key => destroyKey(key, {}));
        expect(await Promise.all(all)).toEqual(['destroyed', 'destroyed']);
        expect(await removeMount(mount, {})).toBe('deleted');
        expect(await countTokens()).toBe(before);
      });

      it('does not revoke a token that it was given', async () => {
        await custodian().removeMount(await newMount(), {});
        expect(await custodian().removeMount(await newMount(), {})).toBe(
          'deleted',
        );
      });

      it('says whose login it is that Vault refuses', async () => {
        const mount = await newMount();
        const refused = custodian({ ...auth(), role: 'none' });
        await expect(refused.removeMount(mount, {})).rejects.toMatchObject({
          code: 'kms-denied',
          field: 'auth',
          message: expect.stringContaining('custodian'),
        });
      });
    });
  });
}

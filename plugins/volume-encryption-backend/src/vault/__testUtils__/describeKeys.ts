// One suite for several servers.
/* eslint-disable jest/no-export */

import { createKms } from '../createKms';
import { administrate, unique } from './administrate';
import { configFor, type VaultUnderTest } from './VaultUnderTest';

/** What every Vault must do for mounts and `describeKey`. */
export function describeKeys(vault: () => VaultUnderTest): void {
  describe('mounts and keys', () => {
    let mount: string;
    const portal = () => createKms(configFor(vault()));
    const admin = (...call: Parameters<ReturnType<typeof administrate>>) =>
      administrate(vault())(...call);
    const passphrase = { data: { passphrase: 'canary-of-a-key' } };
    const describeKey = (name: string) =>
      portal().describeKey({ mount, name }, {});
    beforeAll(async () => {
      mount = `csi/contract.${unique('keys')}`;
      await portal().ensureMount(mount, {});
    });

    it('makes a mount once', async () => {
      const path = `csi/contract.${unique('mount')}`;
      const kms = portal();
      expect(await kms.readMount(path, {})).toBeUndefined();
      expect(await kms.ensureMount(path, {})).toBe('created');
      expect(await kms.ensureMount(path, {})).toBe('unchanged');
      expect(await kms.readMount(path, {})).toEqual({
        type: 'kv',
        version: '2',
      });
    });

    it('makes a mount that takes a key at once', async () => {
      const path = `csi/contract.${unique('ready')}`;
      await portal().ensureMount(path, {});
      await expect(
        admin('POST', `${path}/data/key`, { data: passphrase }),
      ).resolves.toBeDefined();
    });

    it('makes no mount below another', async () => {
      const below = `${mount}/below`;
      const kms = createKms(
        configFor(vault(), { method: 'token', token: vault().rootToken }),
      );
      await expect(kms.ensureMount(below, {})).rejects.toMatchObject({
        code: 'not-ours',
      });
    });

    it('tells of a key what its metadata says, and no more', async () => {
      await admin('POST', `${mount}/data/there`, { data: passphrase });
      const key = await describeKey('there');
      expect(key).toMatchObject({ presence: 'present', currentVersion: 1 });
      expect(Date.parse(key.createdAt ?? '')).toBeGreaterThan(0);
      expect(key.writtenBy).toEqual(expect.any(String));
      expect(JSON.stringify(key)).not.toContain('canary');
    });

    it('tells deleted, destroyed and absent keys apart', async () => {
      for (const name of ['deleted', 'destroyed']) {
        await admin('POST', `${mount}/data/${name}`, { data: passphrase });
      }
      await admin('DELETE', `${mount}/data/deleted`);
      const versions = { versions: [1] };
      await admin('POST', `${mount}/destroy/destroyed`, versions);
      expect(await describeKey('deleted')).toMatchObject({
        presence: 'soft-deleted',
      });
      expect(await describeKey('destroyed')).toMatchObject({
        presence: 'destroyed',
      });
      expect(await describeKey('never')).toEqual({ presence: 'absent' });
    });

    it('knows a key under a prefix', async () => {
      const name = `ceph-csi/${unique('key')}`;
      await admin('POST', `${mount}/data/${name}`, { data: passphrase });
      expect(await describeKey(name)).toMatchObject({ presence: 'present' });
      expect(await describeKey('ceph-csi')).toEqual({ presence: 'absent' });
    });

    it('calls a key of a mount that is not there absent', async () => {
      const nowhere = { mount: `csi/contract.${unique('none')}`, name: 'key' };
      expect(await portal().describeKey(nowhere, {})).toEqual({
        presence: 'absent',
      });
    });

    it('says that it may not ask', async () => {
      const elsewhere = { mount: 'secret', name: 'key' };
      await expect(portal().describeKey(elsewhere, {})).rejects.toMatchObject({
        code: 'kms-denied',
      });
    });

    it.each([
      ...['', '..', '../x', 'a/../b', 'a//b', '/a', 'a/', '%2e%2e', 'a%2fb'],
      ...['a?b', 'a#b', "a'b", 'é'],
    ])('does not ask for a key named %j', async name => {
      await expect(describeKey(name)).rejects.toMatchObject({
        code: 'invalid-input',
        field: 'key name',
      });
    });
  });
}

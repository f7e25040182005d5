// One suite for several servers.
/* eslint-disable jest/no-export */

import { createKms } from '../createKms';
import { administrate, unique } from './administrate';
import { configFor, type VaultUnderTest } from './VaultUnderTest';

/** What every Vault must do for `describeKey`. */
export function describeKeys(vault: () => VaultUnderTest): void {
  describe('keys', () => {
    let mount: string;
    const portal = () => createKms(configFor(vault()));
    const admin = (...call: Parameters<ReturnType<typeof administrate>>) =>
      administrate(vault())(...call);
    // As Ceph CSI writes it: `data` within `data`.
    const passphrase = { data: { passphrase: 'canary-of-a-key' } };
    const describeKey = (name: string) =>
      portal().describeKey({ mount, name }, {});
    beforeAll(async () => {
      mount = `csi/contract.${unique('keys')}`;
      await portal().ensureMount(mount, {});
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

    it('goes by the current version, and forgets none by itself', async () => {
      const write = () =>
        admin('POST', `${mount}/data/again`, { data: passphrase });
      await write();
      await admin('DELETE', `${mount}/data/again`);
      await write();
      await admin('POST', `${mount}/destroy/again`, { versions: [1] });
      expect(await describeKey('again')).toMatchObject({
        presence: 'present',
        currentVersion: 2,
        writtenBy: 'the root token',
        writtenByTenant: false,
      });
      await admin('DELETE', `${mount}/metadata/again`);
      expect(await describeKey('again')).toEqual({ presence: 'absent' });
    });

    it('knows a key under a prefix', async () => {
      const name = `ceph-csi/${unique('key')}`;
      await admin('POST', `${mount}/data/${name}`, { data: passphrase });
      expect(await describeKey(name)).toMatchObject({ presence: 'present' });
      expect(await describeKey('ceph-csi')).toEqual({ presence: 'absent' });
    });

    it('lists the names of keys, also of those softly deleted', async () => {
      const folder = unique('folder');
      const list = (below: string) =>
        portal().listKeys({ mount, folder: below }, {});
      for (const name of ['one', 'two', 'gone', 'deeper/three']) {
        const path = `${folder}/${name}`;
        await admin('POST', `${mount}/data/${path}`, { data: passphrase });
      }
      await admin('DELETE', `${mount}/data/${folder}/two`);
      await admin('DELETE', `${mount}/metadata/${folder}/gone`);
      expect(await list(folder)).toEqual(new Set(['one', 'two']));
      expect(await list(`${folder}/deeper`)).toEqual(new Set(['three']));
      expect(await list(unique('none'))).toEqual(new Set());
      const name = unique('top');
      await admin('POST', `${mount}/data/${name}`, { data: passphrase });
      const top = await list('');
      expect(top.has(name)).toBe(true);
      expect(top.has(folder)).toBe(false);
    });

    it('lists no keys where it may not, or outside of a mount', async () => {
      const kms = portal();
      await expect(
        kms.listKeys({ mount: 'secret', folder: '' }, {}),
      ).rejects.toMatchObject({ code: 'kms-denied' });
      for (const folder of ['..', 'a/../b', '/', 'a\nb']) {
        await expect(kms.listKeys({ mount, folder }, {})).rejects.toMatchObject(
          {
            code: 'invalid-input',
            field: 'key folder',
          },
        );
      }
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
      ...['', '.', '..', '../x', 'a/../b', 'a//b', '/a', 'a/'],
      ...['a\u0000b', 'a\nb', '\ud800', 'a'.repeat(4097)],
    ])('does not ask for a key named %j', async name => {
      await expect(describeKey(name)).rejects.toMatchObject({
        code: 'invalid-input',
        field: 'key name',
      });
    });
  });
}

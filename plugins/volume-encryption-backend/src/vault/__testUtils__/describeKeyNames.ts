// One suite for several servers.
/* eslint-disable jest/no-export */

import { createKms } from '../createKms';
import { administrate, unique } from './administrate';
import { configFor, type VaultUnderTest } from './VaultUnderTest';

/** What every Vault must do for `listKeys`. */
export function describeKeyNames(vault: () => VaultUnderTest): void {
  describe('names of keys', () => {
    const mount = `csi/contract.${unique('names')}`;
    const portal = () => createKms(configFor(vault()));
    const write = (name: string) =>
      administrate(vault())('POST', `${mount}/data/${name}`, {
        data: { passphrase: 'canary-of-a-key' },
      });
    const namesIn = async (folder: string) => [
      ...(await portal().listKeys({ mount, folder }, {})),
    ];
    beforeAll(() => portal().ensureMount(mount, {}));

    it('are none where there is no key', async () => {
      expect(await namesIn('')).toEqual([]);
      expect(await namesIn('nowhere')).toEqual([]);
      const nowhere = { mount: `csi/contract.${unique('none')}`, folder: '' };
      expect((await portal().listKeys(nowhere, {})).size).toBe(0);
    });

    it('are those of one folder, without the folders in it', async () => {
      await write('one');
      await write('two');
      await write('ceph-csi/three');
      expect(await namesIn('')).toEqual(['one', 'two']);
      expect(await namesIn('ceph-csi')).toEqual(['three']);
    });

    it('stay when a key is deleted, until its metadata is', async () => {
      const admin = administrate(vault());
      await write('folder/key');
      await admin('DELETE', `${mount}/data/folder/key`);
      expect(await namesIn('folder')).toEqual(['key']);
      await admin('DELETE', `${mount}/metadata/folder/key`);
      expect(await namesIn('folder')).toEqual([]);
    });

    it('come all at once, however many there are', async () => {
      const names = Array.from({ length: 500 }, (_, i) => `key-${i}`).sort();
      for (const name of names) await write(`many/${name}`);
      expect(await namesIn('many')).toEqual(names);
    });

    it('are not told where the portal may not ask', async () => {
      const elsewhere = { mount: 'secret', folder: '' };
      await expect(portal().listKeys(elsewhere, {})).rejects.toMatchObject({
        code: 'kms-denied',
      });
    });

    it.each(['.', '..', 'a/../b', '/a', 'a//b', 'a\nb'])(
      'are not asked for in a folder %j',
      async folder => {
        await expect(namesIn(folder)).rejects.toMatchObject({
          code: 'invalid-input',
          field: 'key folder',
        });
      },
    );
  });
}

// One suite for several servers.
/* eslint-disable jest/no-export */

import { createKms } from '../createKms';
import { administrate, askVault, unique } from './administrate';
import { configFor, kmsOfRoot, type VaultUnderTest } from './VaultUnderTest';

const KV_2 = { type: 'kv', options: { version: '2' } };

/** What every Vault must do for `TenantMounts`. */
export function describeMounts(vault: () => VaultUnderTest): void {
  describe('mounts', () => {
    const portal = () => createKms(configFor(vault()));
    const newPath = () => `csi/contract.${unique('mount')}`;

    it('makes a mount once', async () => {
      const path = newPath();
      const kms = portal();
      expect(await kms.readMount(path, {})).toBeUndefined();
      expect(await kms.ensureMount(path, {})).toBe('created');
      expect(await kms.ensureMount(path, {})).toBe('unchanged');
      expect(await kms.readMount(path, {})).toEqual({
        type: 'kv',
        version: '2',
      });
      expect(await kms.readMountConfig(path, {})).toEqual({
        casRequired: false,
      });
    });

    it('tells the mounts below the prefix, and no others', async () => {
      const path = newPath();
      await portal().ensureMount(path, {});
      await administrate(vault())('POST', `sys/mounts/${unique('else')}`, KV_2);
      const mounts = await portal().listMounts({});
      expect(mounts).toContain(path.replace('csi/', ''));
      expect(mounts.filter(it => !it.startsWith('contract.'))).toEqual([]);
    });

    it('makes mounts that take a key at once', async () => {
      const body = { data: { data: { passphrase: 'of a test' } } };
      for (const path of [newPath(), newPath(), newPath()]) {
        await portal().ensureMount(path, {});
        await expect(
          administrate(vault())('POST', `${path}/data/key`, body),
        ).resolves.toBeDefined();
      }
    });

    it('makes one mount for many who ask at the same time', async () => {
      const path = newPath();
      const all = Array.from({ length: 8 }, () =>
        portal().ensureMount(path, {}),
      );
      const outcomes = await Promise.all(all);
      expect(outcomes.filter(it => it === 'created')).toHaveLength(1);
      expect(outcomes.filter(it => it === 'unchanged')).toHaveLength(7);
    });

    it('makes no mount below or above another', async () => {
      const path = newPath();
      await kmsOfRoot(vault()).ensureMount(`${path}/inner`, {});
      for (const taken of [path, `${path}/inner/most`]) {
        await expect(
          kmsOfRoot(vault()).ensureMount(taken, {}),
        ).rejects.toMatchObject({ code: 'not-ours', field: 'mount' });
        expect(await portal().readMount(taken, {})).toBeUndefined();
        const { status, body } = await askVault(vault(), vault().rootToken)(
          'POST',
          `sys/mounts/${taken}`,
          KV_2,
        );
        expect(status).toBe(400);
        expect(body).toEqual({
          errors: [`path is already in use at ${path}/inner/`],
        });
      }
    });

    it('makes no mount outside its prefix', async () => {
      const path = `elsewhere/${unique('mount')}`;
      await expect(portal().ensureMount(path, {})).rejects.toMatchObject({
        code: 'kms-denied',
      });
    });
  });
}

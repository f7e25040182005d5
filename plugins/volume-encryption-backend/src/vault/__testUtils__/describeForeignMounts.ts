// One suite for several servers.
/* eslint-disable jest/no-export */

import { createKms } from '../createKms';
import { administrate, unique } from './administrate';
import { configFor, type VaultUnderTest } from './VaultUnderTest';

/** What every real Vault must do where a mount is not as the portal makes it. */
export function describeForeignMounts(vault: () => VaultUnderTest): void {
  describe('mounts of another kind', () => {
    const portal = () => createKms(configFor(vault()));
    const admin = (...call: Parameters<ReturnType<typeof administrate>>) =>
      administrate(vault())(...call);
    const newPath = () => `csi/contract.${unique('foreign')}`;

    it.each([
      [
        { type: 'kv', options: { version: '1' } },
        { type: 'kv', version: '1' },
      ],
      [{ type: 'kv' }, { type: 'kv', version: undefined }],
      [{ type: 'transit' }, { type: 'transit', version: undefined }],
    ])('are told apart: %j', async (body, shown) => {
      const path = newPath();
      await admin('POST', `sys/mounts/${path}`, body);
      expect(await portal().readMount(path, {})).toEqual(shown);
      await expect(portal().ensureMount(path, {})).rejects.toMatchObject({
        code: 'not-ours',
        field: 'mount',
        message: expect.stringContaining(`another kind at ${path}`),
      });
      const key = { mount: path, name: 'key' };
      await expect(portal().describeKey(key, {})).rejects.toMatchObject({
        code: 'invalid-input',
        field: 'mount',
        message: expect.stringContaining('not KV version 2'),
      });
    });

    it('are ours whatever an administrator has tuned in them', async () => {
      const path = newPath();
      await portal().ensureMount(path, {});
      const tuned = { description: 'of ours', max_lease_ttl: '2h' };
      await admin('POST', `sys/mounts/${path}/tune`, tuned);
      expect(await portal().ensureMount(path, {})).toBe('unchanged');
    });

    it.each([
      [{ cas_required: true }, { casRequired: true }],
      [
        { delete_version_after: '90m' },
        { casRequired: false, deleteVersionAfter: '1h30m0s' },
      ],
      [{ delete_version_after: '-1s' }, { casRequired: false }],
      [{ max_versions: 1 }, { casRequired: false }],
    ])('tell how keys are kept in them: %j', async (body, shown) => {
      const path = newPath();
      await portal().ensureMount(path, {});
      await admin('POST', `${path}/config`, body);
      expect(await portal().readMountConfig(path, {})).toEqual(shown);
    });

    it('show nothing of a key of KV version 1, where there is no metadata', async () => {
      const path = newPath();
      const kv1 = { type: 'kv', options: { version: '1' } };
      await admin('POST', `sys/mounts/${path}`, kv1);
      const secret = { data: { passphrase: 'canary-of-a-key' } };
      await admin('POST', `${path}/metadata/key`, secret);
      const key = { mount: path, name: 'key' };
      const error: unknown = await portal()
        .describeKey(key, {})
        .catch(it => it);
      expect(error).toMatchObject({ code: 'invalid-input', field: 'mount' });
      expect(JSON.stringify(error)).not.toContain('canary');
    });

    it('are waited for while they become KV version 2', async () => {
      const path = newPath();
      const kv1 = { type: 'kv', options: { version: '1' } };
      await admin('POST', `sys/mounts/${path}`, kv1);
      await admin('POST', `${path}/key`, { passphrase: 'of a test' });
      const options = { version: '2' };
      await admin('POST', `sys/mounts/${path}/tune`, { options });
      const key = { mount: path, name: 'key' };
      expect(await portal().describeKey(key, {})).toMatchObject({
        presence: 'present',
        writtenBy: 'kv_upgrade',
      });
      expect(await portal().ensureMount(path, {})).toBe('unchanged');
    });
  });
}

// One suite for several servers.
/* eslint-disable jest/no-export */

import { createKms } from '../createKms';
import { administrate, askVault, unique } from './administrate';
import { configFor, type VaultUnderTest } from './VaultUnderTest';

const MISMATCH = 'check-and-set parameter did not match the current version';
const REQUIRED = 'check-and-set parameter required for this call';

/** What every real Vault answers to a write that names the version it follows. */
export function describeCheckAndSet(vault: () => VaultUnderTest): void {
  describe('check-and-set', () => {
    const mount = `csi/contract.${unique('cas')}`;
    const write = (key: string, options?: { cas: number }) => {
      const data = { passphrase: 'of a test' };
      const body = options ? { data, options } : { data };
      const ask = askVault(vault(), vault().rootToken);
      return ask('POST', `${mount}/data/${key}`, body);
    };
    const refusal = (text: string) => ({
      status: 400,
      body: { errors: [text] },
    });
    beforeAll(() => createKms(configFor(vault())).ensureMount(mount, {}));

    it('makes a key that is new, and none that is there', async () => {
      expect((await write('new', { cas: 0 })).status).toBe(200);
      expect(await write('new', { cas: 0 })).toEqual(refusal(MISMATCH));
    });

    it('changes the version that it names, and no other', async () => {
      await write('existing');
      expect((await write('existing', { cas: 1 })).status).toBe(200);
      expect(await write('existing', { cas: 1 })).toEqual(refusal(MISMATCH));
    });

    it('can be required, of which the portal sees nothing', async () => {
      await write('required');
      const body = { cas_required: true };
      const path = `${mount}/metadata/required`;
      await administrate(vault())('POST', path, body);
      expect(await write('required')).toEqual(refusal(REQUIRED));
      const key = { mount, name: 'required' };
      const { presence, currentVersion } = await createKms(
        configFor(vault()),
      ).describeKey(key, {});
      expect([presence, currentVersion]).toEqual(['present', 1]);
    });
  });
}

// One suite for several servers.
/* eslint-disable jest/no-export */

import { createKms } from '../createKms';
import { unique } from './administrate';
import { configFor, type VaultUnderTest } from './VaultUnderTest';

/** A Vault that a test may seal and unseal. */
export interface SealableVault extends VaultUnderTest {
  seal(): Promise<void>;
  unseal(): Promise<void>;
}

/** What every Vault must do when it is sealed, and after. */
export function describeSealing(vault: () => SealableVault): void {
  it('says that it is sealed, and gets well by itself', async () => {
    const kms = createKms(configFor(vault()));
    const mount = `csi/contract.${unique('sealed')}`;
    await kms.ensureMount(mount, {});
    const ask = () => kms.describeKey({ mount, name: 'key' }, {});
    await vault().seal();
    try {
      expect(await kms.health({})).toMatchObject({
        state: 'sealed',
        peers: [],
        message: expect.stringContaining('Unseal it'),
      });
      expect(await kms.state({})).toBe('sealed');
      await expect(ask()).rejects.toMatchObject({ code: 'kms-sealed' });
      await expect(kms.ensureMount(mount, {})).rejects.toMatchObject({
        code: 'kms-sealed',
      });
    } finally {
      await vault().unseal();
    }
    expect(await ask()).toEqual({ presence: 'absent' });
    expect(await kms.health({})).toMatchObject({ state: 'active' });
    expect(await kms.state({})).toBe('active');
  });
}

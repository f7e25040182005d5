// One suite for several servers.
/* eslint-disable jest/no-export */

import { createKms } from '../createKms';
import { configFor, type VaultUnderTest } from './VaultUnderTest';

/** What every Vault must do for `KmsHealth`, awake as it is. */
export function describeHealth(vault: () => VaultUnderTest): void {
  describe('health', () => {
    it('says that it is awake, and of what version', async () => {
      expect(await createKms(configFor(vault())).health({})).toMatchObject({
        name: 'tested',
        address: vault().url,
        state: 'active',
        version: expect.stringMatching(/^\d+\./),
      });
    });

    it('says so without a token that is accepted, and why peers are not shown', async () => {
      const auth = { method: 'token' as const, token: 'wrong' };
      const kms = createKms(configFor(vault(), auth));
      expect(await kms.health({})).toMatchObject({
        state: 'active',
        peers: [],
        peersMessage: expect.stringContaining('does not let the portal'),
      });
    });

    it('says so in a namespace too, where Vault refuses the question', async () => {
      const config = { ...configFor(vault()), namespace: 'team-a' };
      expect(await createKms(config).health({})).toMatchObject({
        state: 'active',
      });
    });
  });
}

// One suite for several servers.
/* eslint-disable jest/no-export */

import { createKms } from '../createKms';
import { callVault, unique } from './administrate';
import { configFor, type VaultUnderTest } from './VaultUnderTest';

/** What every Vault must do for `TenantTokens`. */
export function describeTokens(vault: () => VaultUnderTest): void {
  describe("tenants' tokens", () => {
    const portal = () => createKms(configFor(vault()));
    const meta = { cluster: 'contract', namespace: 'orders' };
    const mint = async () => {
      const tenantId = `contract.${unique('tenant')}`;
      await portal().ensureMount(`csi/${tenantId}`, {});
      const minted = await portal().tokens.mint({ tenantId, meta }, {});
      return { ...minted, tenantId };
    };

    it('mints a token for the keys of one tenant', async () => {
      const { token, tenantId, expiresAt } = await mint();
      const tenant = callVault(vault().url, token.reveal());
      const body = { data: { passphrase: 'of a test' } };
      await tenant('POST', `csi/${tenantId}/data/key`, body);
      const key = { mount: `csi/${tenantId}`, name: 'key' };
      expect(await portal().describeKey(key, {})).toMatchObject({
        writtenBy: `the token of tenant ${tenantId}`,
        writtenByTenant: true,
      });
      const other = (await mint()).tenantId;
      await expect(
        tenant('POST', `csi/${other}/data/key`, body),
      ).rejects.toThrow('403');
      const days = (Date.parse(expiresAt) - Date.now()) / 86_400_000;
      expect(Math.round(days)).toBe(30);
    });

    it('does not become the tenant by minting', async () => {
      const kms = portal();
      const tenantId = `contract.${unique('tenant')}`;
      await kms.tokens.mint({ tenantId, meta }, {});
      expect(await kms.ensureMount(`csi/${tenantId}`, {})).toBe('created');
    });
  });
}
